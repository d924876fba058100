internal import ArabicText

/// Reads ``GazetteerData``: the words of all names are folded and hashed in one pass.
struct GazetteerReader {
    private var hashes: [UInt64] = []
    /// The first city of each spelling, for the seats of areas.
    private var cities: [UInt64: Int32] = [:]
    private var seats: [(entry: Int32, seat: UInt64)] = []

    /// Reads the places.
    mutating func readPlaces(into gazetteer: inout Gazetteer) {
        let size = GazetteerData.places.utf8CodeUnitCount
        let text = UnsafeBufferPointer(start: GazetteerData.places.utf8Start, count: size)
        let keys = KeyWords(of: text.span)
        var word = 0
        var fields = [0, 0, 0, 0, 0, 0, 0]
        var start = 0
        while start < size {
            var field = 0
            var end = start
            while end < size, text[end] != UInt8(ascii: "\n") {
                if text[end] == UInt8(ascii: "\t"), field < 6 {
                    fields[field] = end
                    field += 1
                }
                end += 1
            }
            precondition(field == 6, "a line of the gazetteer has seven fields")
            let entry = gazetteer.add(Self.entry(text, start, fields, end))
            readNames(text, keys, &word, fields[5] + 1..<end, of: entry, into: &gazetteer)
            if fields[0] > start, text[start] == UInt8(ascii: "@") {
                seats.append(
                    (entry, phrase(KeyWords(of: text.span.extracting(start + 1..<fields[0])))))
            }
            start = end + 1
        }
        for (entry, seat) in seats {
            if let city = cities[seat] { gazetteer.setSeat(city, of: entry) }
        }
    }

    private static func entry(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ fields: [Int], _ end: Int
    ) -> Gazetteer.Entry {
        let kind: Gazetteer.Kind =
            switch text[fields[0] + 1] {
            case UInt8(ascii: "k"): .country
            case UInt8(ascii: "c"): .city
            case UInt8(ascii: "r"): .region
            case UInt8(ascii: "f"): .facility
            default: .none
            }
        let code = fields[1] + 1
        var nameEnd = fields[5] + 1
        while nameEnd < end, text[nameEnd] != UInt8(ascii: "|"),
            tier(text[nameEnd]) == .free
        {
            nameEnd += 1
        }
        let isKnown = text[start] != UInt8(ascii: "@")
        return Gazetteer.Entry(
            geoNames: isKnown ? UInt32(number(text, start..<fields[0])) : 0, kind: kind,
            country: fields[2] - code == 2 ? CountryCode(text[code], text[code + 1]) : .none,
            latitude: number(text, fields[2] + 1..<fields[3]),
            longitude: number(text, fields[3] + 1..<fields[4]),
            population: UInt32(number(text, fields[4] + 1..<fields[5])),
            name: fields[5] + 1..<nameEnd, seat: -1)
    }

    private mutating func readNames(
        _ text: UnsafeBufferPointer<UInt8>, _ keys: KeyWords, _ word: inout Int,
        _ bytes: Range<Int>, of entry: Int32, into gazetteer: inout Gazetteer
    ) {
        let isCity = gazetteer.entries[Int(entry)].kind == .city
        var start = bytes.lowerBound
        while start < bytes.upperBound {
            var end = start
            while end < bytes.upperBound, text[end] != UInt8(ascii: "|") { end += 1 }
            while word < keys.words.count, Int(keys.words[word].startByte) < start { word += 1 }
            hashes.removeAll(keepingCapacity: true)
            while word < keys.words.count, Int(keys.words[word].startByte) < end {
                append(keys.words[word], of: keys)
                word += 1
            }
            if hashes.count <= PlaceScanner.longestName {
                gazetteer.add(hashes, of: entry, tier: Self.tier(text[end - 1]))
                if isCity, cities[WordHash.join(hashes)] == nil {
                    cities[WordHash.join(hashes)] = entry
                }
            }
            start = end + 1
        }
    }

    /// Reads the adjectives: each stands for all its forms, with and without article.
    mutating func readNisbas(into gazetteer: inout Gazetteer) {
        let text = GazetteerData.nisbas.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            let code = Array(fields[0].utf8)
            let entry = gazetteer.add(
                Gazetteer.Entry(
                    geoNames: 0, kind: .nisba, country: CountryCode(code[0], code[1]),
                    latitude: 0, longitude: 0, population: 0, name: 0..<0, seat: -1))
            for form in fields[1].split(separator: "|") {
                let isGuarded = form.last == "?"
                let words = (isGuarded ? form.dropLast() : form).split(separator: " ")
                for ending in ["", "ة", "ين", "ون", "ان", "ات", "تين", "يين", "يون", "ا"]
                where ending.isEmpty || form.hasSuffix("ي") || form.hasSuffix("ي?") {
                    for article in ["", "ال"] {
                        let phrase = words.map { article + $0 + ending }.joined(separator: " ")
                        gazetteer.add(
                            WordHash.all(of: phrase), of: entry,
                            tier: isGuarded ? .guarded : .free)
                    }
                }
            }
        }
    }

    private mutating func append(_ word: KeyWords.Word, of keys: KeyWords) {
        var hash = WordHash()
        var index = Int(word.endLetter)
        while index > Int(word.firstLetter) {
            index -= 1
            hash.prepend(keys.letters[index])
        }
        hashes.append(hash.value)
    }

    private mutating func phrase(_ keys: KeyWords) -> UInt64 {
        hashes.removeAll(keepingCapacity: true)
        for word in keys.words { append(word, of: keys) }
        return WordHash.join(hashes)
    }

    private static func tier(_ byte: UInt8) -> Gazetteer.Tier {
        switch byte {
        case UInt8(ascii: "?"): .guarded
        case UInt8(ascii: "!"): .triggered
        case UInt8(ascii: "~"): .guardedFound
        case UInt8(ascii: "^"): .triggeredFound
        default: .free
        }
    }

    /// A decimal number of at most nine digits a side; 0 for no digits.
    private static func number(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Double {
        var value = 0
        var scale = 1
        var isFraction = false
        var isNegative = false
        for byte in text[range] {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            default:
                value = value * 10 + Int(byte &- 0x30)
                if isFraction { scale *= 10 }
            }
        }
        let magnitude = Double(value) / Double(scale)
        return isNegative ? -magnitude : magnitude
    }
}
