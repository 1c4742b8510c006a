import Drawing
import Testing

@Suite("Text of several lines that is typed")
struct TextAreaTests {
    @Test("typing, breaking and joining lines")
    func typing() {
        var area = TextArea("one")
        area.insert("\ntwo\u{1B}\tthree")
        #expect(area.text == "one\ntwo    three")
        area.moveToStart()
        area.deleteBackward()
        #expect(area.text == "onetwo    three" && area.column == 3)
        area.insert("\n")
        area.move(by: -1)
        area.deleteForward()
        #expect(area.text == "onetwo    three")
        area.moveToEnd()
        area.deleteWordBackward()
        area.deleteToStart()
        #expect(area.isEmpty)
    }

    @Test("moving up and down goes by what is shown")
    func moving() {
        var area = TextArea("aaaa bbbb cccc")
        area.moveToStart()
        area.move(byRows: 1, width: 5)
        #expect(area.column == 5)
        area.move(byRows: 1, width: 5)
        #expect(area.column == 10)
        area.move(byRows: 5, width: 5)
        area.move(byRows: -2, width: 5)
        #expect(area.column == 0)
    }

    @Test("no more is taken than the limit")
    func limit() {
        var area = TextArea("漢漢漢漢", limit: 7)
        #expect(area.text == "漢漢")
        area.insert("ab\n")
        #expect(area.text == "漢漢a" && area.isFull)
    }

    @Test("random keys keep text, cursor and count together", arguments: 0..<30 as Range<UInt64>)
    func random(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ count: UInt64) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % count)
        }
        var area = TextArea(limit: 120)
        for _ in 0..<300 {
            switch next(12) {
            case 0: area.insert("\n")
            case 1: area.insert("word 漢 e\u{301} ")
            case 2: area.insert("\u{202E}x")
            case 3: area.deleteBackward()
            case 4: area.deleteForward()
            case 5: area.deleteWordBackward()
            case 6: area.move(by: next(2) == 0 ? 1 : -1)
            case 7: area.move(byRows: next(7) - 3, width: next(12))
            case 8: area.deleteToEnd()
            case 9: area.deleteToStart()
            case 10: area.moveToEnd()
            default: area.insert("a")
            }
            #expect(area.text.utf8.count <= 120 && area.isEmpty == area.text.isEmpty)
            let lines = area.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(area.line < lines.count)
        }
        for (width, height) in [(0, 0), (1, 1), (2, 1), (9, 3), (40, 10)] {
            var canvas = Canvas(width: 50, height: 12)
            let rect = Rect(x: 3, y: 1, width: width, height: height)
            area.draw(in: rect, on: &canvas)
            for y in 0..<12 {
                for x in 0..<50 where !rect.contains(x: x, y: y) { #expect(canvas[x, y] == .blank) }
            }
            if let cursor = canvas.cursor { #expect(rect.contains(x: cursor.x, y: cursor.y)) }
        }
    }
}
