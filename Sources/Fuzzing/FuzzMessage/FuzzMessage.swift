internal import FuzzEntries

/// libFuzzer's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessage(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzEntry.message.run(bytes, count: count)
    return 0
}
