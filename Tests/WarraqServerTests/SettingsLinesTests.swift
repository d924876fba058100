import Testing

@testable import WarraqServer

struct SettingsLinesTests {
    @Test(arguments: [
        (path: ["a"], line: 3),
        (path: ["a", "text"], line: 4),
        (path: ["a", "list"], line: 8),
        (path: ["a", "after"], line: 13),
        (path: ["b c", "d"], line: 14),
        (path: ["b c", "d", "e"], line: 15),
        (path: ["f", "inline", "missing"], line: 17),
        (path: ["f", "quoted.key"], line: 18),
        (path: ["nowhere"], line: 1),
    ])
    func `names are found through strings comments and lists`(path: [String], line: Int) {
        let text = #"""
            # top
            top = "#[not] = 'a' \" ]"
            [ a ] # [b]
            text = """
            [c]
            x = 1 \"""
            y""""
            list = [ # ]
                "]", '[',
                { z = 1 },
                [[1], [2]],
            ]
            after = 2
            ["b c".d]
            e = '''
            g = 1'''
            f.inline = { k = 1 }
            f . "quoted.key" = 1
            """#
        // The last two stand in the table ["b c".d].
        let prefix = path.first == "f" ? ["b c", "d"] : []
        #expect(SettingsLines(text).line(of: prefix + path) == line)
    }
}
