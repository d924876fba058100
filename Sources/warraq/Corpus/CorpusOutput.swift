internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// The lines that `warraq dedup` prints.
struct CorpusOutput {
    /// Whether a relation tells its passages.
    let withPassages: Bool

    /// A line about two texts.
    func relation(_ match: CorpusIndex.Match, of name: String, to other: String) -> [UInt8] {
        let comparison = match.comparison
        return Self.line { object in
            object.member("type", "relation")
            object.member("id", name)
            object.member("rel", match.kind.rawValue)
            object.member("of", other)
            object.member("coverageHere", Self.rounded(comparison.coverageB))
            object.member("coverageThere", Self.rounded(comparison.coverageA))
            guard withPassages else { return }
            object.member("passages", comparison.passages) { array, passage in
                array.object { run in
                    run.member("start", passage.bStart)
                    run.member("end", passage.bEnd)
                    run.member("thereStart", passage.aStart)
                    run.member("thereEnd", passage.aEnd)
                    run.member("kind", passage.kind.rawValue)
                    run.member("matchedTokens", passage.matchedTokens)
                }
            }
        }
    }

    /// A line about an original and its copies.
    func group(_ original: String, _ copies: [(name: String, kind: Relation.Kind)]) -> [UInt8] {
        Self.line { object in
            object.member("type", "group")
            object.member("original", original)
            object.member("copies", copies) { array, copy in
                array.object { member in
                    member.member("id", copy.name)
                    member.member("rel", copy.kind.rawValue)
                }
            }
        }
    }

    private static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.object(body)
        return writer.bytes + [0x0A]
    }

    private static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
}
