internal import FuzzEntries

/// libFuzzer's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzEntry.dates.run(bytes, count: count)
    return 0
}
