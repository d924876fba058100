import JSONReading
import Testing

struct JSONDocumentTests {
    private func root(_ text: String) throws -> JSONValue {
        try JSONDocument(Array(text.utf8)).root
    }

    @Test func `values of every kind are read`() throws {
        let root = try root(
            #" {"s":"نص\nx","n":-3,"u":18446744073709551615,"r":1.5,"b":true,"z":null,"a":[1,[2],{}],"o":{"k":"v"}} "#
        )
        #expect(root.kind == .object)
        #expect(root["s"]?.string == "نص\nx")
        #expect(root["s"]?.utf8 == Array("نص\nx".utf8))
        #expect(root["n"]?.integer == -3)
        #expect(root["n"]?.unsigned == nil)
        #expect(root["u"]?.unsigned == .max)
        #expect(root["u"]?.integer == nil)
        #expect(root["r"]?.real == 1.5)
        #expect(root["r"]?.integer == nil)
        #expect(root["b"]?.boolean == true)
        #expect(root["z"]?.kind == .null)
        #expect(root["z"]?.string == nil)
        #expect(root["o"]?["k"]?.string == "v")
        #expect(root["a"]?.elements.map(\.kind) == [.number, .array, .object])
        #expect(root["a"]?.members.map(\.name) == [])
        #expect(root.members.map(\.name) == ["s", "n", "u", "r", "b", "z", "a", "o"])
        #expect(root["missing"] == nil)
        #expect(try root["a"]?.serialized() == Array("[1,[2],{}]".utf8))
    }

    @Test func `the last of repeated members counts`() throws {
        #expect(try root(#"{"a":1,"b":2,"a":3}"#)["a"]?.integer == 3)
    }

    @Test(arguments: [
        "", " ", "{", "}", "{}{}", "nul", #"{"a"}"#, #"{"a":1,}"#, "[1 2]", #""\x""#, "\u{0}",
        "{\u{0}}",
        #""\uD8""#, "01", "\u{FEFF}x",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONError.invalid) { try root(text) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: JSONError.invalid) { try JSONDocument([0x22, 0xC3, 0x28, 0x22]) }
        #expect(throws: JSONError.invalid) { try JSONDocument([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test func `nesting is bounded`() throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(throws: JSONError.tooDeep) { try root(deep) }
        let bytes = Array("[[[]]]".utf8)
        #expect(try JSONDocument(bytes, maxDepth: 4).root.kind == .array)
        #expect(throws: JSONError.tooDeep) { try JSONDocument(bytes, maxDepth: 2) }
    }

    @Test(arguments: [
        (#""a\uD83D""#, "a\u{FFFD}"),
        (#""\uDE00b""#, "\u{FFFD}b"),
        (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}\u{1F600}"),
        (#""\\uD83D\uD83D""#, "\\uD83D\u{FFFD}"),
        (#""\uD83D\uDE00""#, "\u{1F600}"),
        (#""\ud800\u0041""#, "\u{FFFD}A"),
    ])
    func `half a surrogate pair reads as a replacement character`(json: String, text: String) throws
    {
        #expect(try root(json).string == text)
    }

    @Test func `a value outlives its variable`() throws {
        var value: JSONValue?
        do {
            let document = try JSONDocument(Array(#"{"k":["v"]}"#.utf8))
            value = document.root["k"]
        }
        #expect(value?.elements.map(\.string) == ["v"])
    }

    @Test func `random bytes never harm`() {
        var generator = SplitMix(state: 1)
        let alphabet = Array("{}[]\",:\\u0123dDeE.-+ntf \u{7F}".utf8)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<40, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            guard let root = try? JSONDocument(bytes).root else { continue }
            walk(root)
        }
    }

    private func walk(_ value: JSONValue) {
        _ = value.string
        for member in value.members { walk(member.value) }
        for element in value.elements { walk(element) }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
