import ArabicText
import Foundation

/// The forms as functions of bytes.
enum Form: String, CaseIterable, Sendable {
    case display, key, loose

    func of(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        switch self {
        case .display: DisplayForm.append(text.span, to: &output)
        case .key: KeyForm.append(text.span, to: &output)
        case .loose: LooseKeyForm.append(text.span, to: &output)
        }
        return output
    }
}

/// Every Unicode scalar, in slices that tests can share out.
enum AllOfUnicode {
    /// The slices of 0x1100 scalars that have assigned characters, or, if WARRAQ_EVERY_SCALAR is set,
    /// all. What is unassigned or private is alike to every form, and takes a minute.
    static let slices = (0..<256).filter { slice in
        ProcessInfo.processInfo.environment["WARRAQ_EVERY_SCALAR"] != nil || isAssigned(slice)
    }

    /// The scalars of a slice.
    static func scalars(_ slice: Int) -> [Unicode.Scalar] {
        (UInt32(slice) * 0x1100..<UInt32(slice + 1) * 0x1100).compactMap(Unicode.Scalar.init)
    }

    /// Whether a slice has assigned characters; the others are alike.
    private static func isAssigned(_ slice: Int) -> Bool {
        scalars(slice).contains {
            $0.properties.generalCategory != .unassigned
                && $0.properties.generalCategory != .privateUse
        }
    }
}

/// A small reproducible generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Scalars that compose, reorder, fold or vanish, and some that do not.
    private static let interesting: [Unicode.Scalar] = {
        var scalars = Array(
            "aAeEİßﬁ09٣۳ابتىیيکكگهھہةأإآؤئءۀۂۓەےپچڤ ـ.،-²½ﷺ﷼ﻷﷲﹰﹱﱞ각ᄀ한ㄱＡk日≠<¨".unicodeScalars)
        scalars += "\u{301}\u{308}\u{323}\u{327}\u{338}\u{345}\u{653}\u{654}\u{655}".unicodeScalars
        scalars += "\u{64B}\u{64E}\u{651}\u{670}\u{6D6}\u{5B0}\u{5BC}\u{94D}\u{FE0F}".unicodeScalars
        scalars += "\u{200B}\u{200C}\u{200D}\u{200F}\u{AD}\u{FEFF}\u{202A}\u{202B}".unicodeScalars
        scalars += "\u{202C}\u{2067}\u{2069}\u{0A}\u{A0}\u{1161}\u{11A8}\u{9BE}".unicodeScalars
        return scalars
    }()

    /// A string of interesting scalars, with one of all Unicode now and then.
    mutating func text(maxScalars: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...maxScalars, using: &self) {
            if Int.random(in: 0..<12, using: &self) == 0 {
                text.append(Unicode.Scalar(UInt32.random(in: 0..<0x30000, using: &self)) ?? "x")
            } else {
                text.append(Self.interesting.randomElement(using: &self) ?? "x")
            }
        }
        return String(text)
    }
}
