internal import FuzzEntries

/// libFuzzer's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPayload(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzEntry.payload.run(bytes, count: count)
    return 0
}
