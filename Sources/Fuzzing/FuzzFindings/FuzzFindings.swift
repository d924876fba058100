internal import FuzzEntries

/// libFuzzer's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFindings(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzEntry.findings.run(bytes, count: count)
    return 0
}
