internal import FuzzEntries

/// libFuzzer's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzEntry.html.run(bytes, count: count)
    return 0
}
