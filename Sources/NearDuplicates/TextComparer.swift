/// Compares two texts word by word.
///
/// The thresholds were settled on 6,010 texts of four days from 15 Saudi outlets and the 6,134 pairs of
/// them whose 8-word shingles were compared exhaustively: of 681 pairs with a Jaccard from .8 on, 679
/// are `near` or more; of 727 with a containment from .8 on, 723 are `contains` or more; of 2,835 with
/// one from .3 on, 2,833 are at least `reuses`. Of 4,788 labels above `reuses`, a word-by-word
/// alignment agrees with 4,764; of the 24 others it puts all but one within .08 below the threshold.
///
/// What it says is exact, not estimated: passages with their offsets in both texts, how much of each
/// text stands in them, and what that makes of the two. Comparing in the other order gives the same,
/// mirrored.
public enum TextComparer {
    /// Resemblance from which two texts are near copies.
    static let nearResemblance = 0.8
    /// Coverage of the shorter text from which the longer contains it.
    static let containedCoverage = 0.5
    /// Share of the shorter text's numbers that the other must have for either of these: the same
    /// template with other numbers is another text.
    static let agreeingNumbers = 0.9
    /// Words that must be common for a run to be reuse.
    static let copiedWords = 12
    /// ``Passage/dice`` from which such a run is reuse, unless that many words stand together: a
    /// thinner one is set phrases in other sentences.
    static let copiedDice = 0.6
    /// Words that must be common for a run to be told at all.
    static let passageWords = 8
    /// A piece of a copied run that is shorter is told all the same if it is this much of a paragraph.
    static let wholeParagraph = 0.8

    /// Compares `b` to `a`.
    ///
    /// Takes time about linear in the words of both, 20 to 60 ns each.
    ///
    /// - Parameters:
    ///   - a: The first text, as a rule the earlier.
    ///   - b: The second text.
    ///   - commonKeys: Keys of `b` that an index finds too common, rising
    ///     (``IndexAnswer/commonKeys``). Passages with no other key are formulaic.
    public static func compare(
        _ a: TokenizedText, _ b: TokenizedText, commonKeys: [UInt64] = []
    ) -> Comparison {
        compare(a, PreparedText(b, commonKeys: commonKeys))
    }

    /// Compares `b`, which is compared with many, to `a`.
    ///
    /// Takes time about linear in the words of `a` if they have little in common.
    public static func compare(_ a: TokenizedText, _ b: PreparedText) -> Comparison {
        WordColumns(a).withText { compare($0, b) }
    }

    /// Compares `b`, which is compared with many, to the text of a ``TokenBlock``, without copying
    /// it or decoding more than is needed. Fastest if the bytes begin at a multiple of 8.
    ///
    /// - Returns: `nil` if the bytes are damaged or of another ``TokenBlock/formatVersion``.
    public static func compare(block a: RawSpan, _ b: PreparedText) -> Comparison? {
        a.withUnsafeBytes { bytes in
            guard UInt(bitPattern: bytes.baseAddress) % 8 != 0 else { return compare(bytes, b) }
            // Hashes are read where they lie, which must be at a multiple of 8.
            return withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 8) { copy in
                copy.copyMemory(from: bytes)
                return compare(UnsafeRawBufferPointer(copy), b)
            }
        }
    }

    private static func compare(_ block: UnsafeRawBufferPointer, _ b: PreparedText) -> Comparison? {
        ComparedText(block: block).map { compare($0, b) }
    }

    private static func compare(_ a: ComparedText, _ b: PreparedText) -> Comparison {
        b.columns.withText { text in
            let isInOrder = isInOrder(a.words, text.words)
            let found = tiles(a, text, b.anchors, isInOrder: isInOrder)
            if isInOrder {
                let tiles = WordAlignment.tiles(a.words, text.words, from: found)
                return ordered(a, text, tiles, common: b.common, commonInX: false)
            }
            let tiles = WordAlignment.tiles(text.words, a.words, from: found)
            return ordered(text, a, tiles, common: b.common, commonInX: true).mirrored
        }
    }

    /// All tiles of the two, longest first, as seen from the first in order.
    ///
    /// Either text's anchors give the same tiles, unless that text repeats itself too often.
    private static func tiles(
        _ a: ComparedText, _ b: ComparedText, _ anchorsOfB: AnchorTable, isInOrder: Bool
    ) -> [Tile] {
        var tiles: [Tile]
        var isOfA = true
        if anchorsOfB.isRepetitive {
            let other = AnchorTable(Array(a.words))
            isOfA = other.isRepetitive && isInOrder
            tiles = isOfA ? anchorsOfB.tiles(in: a.words) : other.tiles(in: b.words)
        } else {
            tiles = anchorsOfB.tiles(in: a.words)
        }
        if isOfA != isInOrder {
            for index in tiles.indices { tiles[index] = tiles[index].mirrored }
        }
        tiles.sort(by: Tile.isBefore)
        return tiles
    }

    /// Whether `a` is the longer of the two, or before `b` in the order of their words: the same pair
    /// is always compared the same way round, and so gives the same answer.
    private static func isInOrder(
        _ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>
    ) -> Bool {
        guard a.count == b.count else { return a.count > b.count }
        for (left, right) in zip(a, b) where left != right { return left < right }
        return true
    }

    /// Compares a text to one that is not longer.
    private static func ordered(
        _ x: ComparedText, _ y: ComparedText, _ tiles: [Tile], common: CommonSpans, commonInX: Bool
    ) -> Comparison {
        let runs = SharedRun.joined(tiles, atLeast: passageWords)
        let paragraphsX = runs.isEmpty ? [] : x.paragraphStarts
        let paragraphsY = runs.isEmpty ? [] : y.paragraphStarts
        var passages: [Passage] = []
        var matched = 0
        var copied: [Tile] = []
        for joined in runs {
            let run = joined.trimmed()
            guard run.matched >= passageWords else { continue }
            let isCopied =
                run.matched >= copiedWords && (run.dice >= copiedDice || run.longest >= copiedWords)
                && !common.cover(run.tiles, ofX: commonInX)
            if isCopied { copied += run.tiles }
            for piece in run.pieces(paragraphsX: paragraphsX, paragraphsY: paragraphsY) {
                let piece = piece.trimmed()
                guard isTold(piece, x, y) else { continue }
                if isCopied { matched += piece.matched }
                passages.append(Passage(piece, in: x, y, kind: isCopied ? .copied : .formulaic))
            }
        }
        passages.sort { ($0.bStart, $0.aStart) < ($1.bStart, $1.aStart) }
        let coverageX = share(matched, of: x.count)
        let coverageY = share(matched, of: y.count)
        let resemblance = share(matched, of: x.count + y.count - matched)
        // When less than half of the longer text is shared, it may leave out the rest of the shorter
        // with its numbers; otherwise both are one text, or one template, and every number counts.
        let isPart = coverageX < containedCoverage
        let numbers =
            passages.isEmpty
            ? 1
            : NumberAgreement(
                of: x, and: y, tiles: isPart ? copied : tiles,
                reach: isPart ? WordAlignment.widestGap : nil
            ).share
        return Comparison(
            relation: relation(
                isExact: !x.words.isEmpty && x.words.elementsEqual(y.words), coverageY: coverageY,
                resemblance: resemblance, numbersAgree: numbers, passages: passages),
            coverageA: coverageX, coverageB: coverageY, resemblance: resemblance,
            numbersAgree: numbers, passages: passages)
    }

    private static func isTold(_ piece: SharedRun, _ x: ComparedText, _ y: ComparedText) -> Bool {
        piece.matched >= passageWords || isMostOfParagraph(piece.matched, at: piece.xRange, in: x)
            || isMostOfParagraph(piece.matched, at: piece.yRange, in: y)
    }

    private static func isMostOfParagraph(
        _ matched: Int, at range: Range<Int>, in text: ComparedText
    ) -> Bool {
        let starts = text.paragraphStarts
        let paragraph = SharedRun.paragraph(of: range.lowerBound, in: starts)
        let end = paragraph + 1 < starts.count ? starts[paragraph + 1] : text.count
        return Double(matched) >= wholeParagraph * Double(end - starts[paragraph])
    }

    private static func relation(
        isExact: Bool, coverageY: Double, resemblance: Double, numbersAgree: Double,
        passages: [Passage]
    ) -> TextRelation? {
        if isExact { return .exact }
        if numbersAgree >= agreeingNumbers {
            if resemblance >= nearResemblance { return .near }
            if coverageY >= containedCoverage { return .containedIn }
        }
        return passages.contains { $0.kind == .copied } ? .reuses : nil
    }

    private static func share(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}

extension Comparison {
    /// The comparison in the other order of texts.
    var mirrored: Comparison {
        Comparison(
            relation: relation?.mirrored, coverageA: coverageB, coverageB: coverageA,
            resemblance: resemblance, numbersAgree: numbersAgree,
            passages: passages.map(\.mirrored).sorted {
                ($0.bStart, $0.aStart) < ($1.bStart, $1.aStart)
            })
    }
}

extension Passage {
    /// The passage of a run between two texts.
    init(_ run: SharedRun, in x: ComparedText, _ y: ComparedText, kind: Kind) {
        let (xRange, yRange) = (run.xRange, run.yRange)
        self.init(
            aStart: x.start(of: xRange.lowerBound), aEnd: x.end(of: xRange.upperBound - 1),
            bStart: y.start(of: yRange.lowerBound), bEnd: y.end(of: yRange.upperBound - 1),
            kind: kind, matchedTokens: run.matched, dice: run.dice)
    }
}
