import Drawing
import TestSupport
import Testing

@Suite("Widgets")
struct WidgetTests {
    static let columns: [Table.Column] = [
        .init("RELEASE", minimum: 10), .init("REQ/S", alignment: .right, minimum: 6, maximum: 6),
        .init("P95", alignment: .right, minimum: 6, maximum: 6, priority: 1),
        .init("$/H", alignment: .right, minimum: 6, maximum: 6, priority: 2),
    ]

    static func table(selected: Int? = nil) -> Table {
        Table(columns, count: 20, selected: selected) { row in
            [
                StyledText("support-answer r\(row)"), StyledText(Format.number(Double(row) * 11)),
                row == 2 ? StyledText("4.02 ▲", .statusWarning) : "1.41", StyledText(Format.missing),
            ]
        }
    }

    @Test("a table in three widths and ASCII", arguments: [60, 40, 20, 8])
    func table(width: Int) {
        for glyphs in [GlyphSet.braille, .ascii] {
            var canvas = Canvas(width: width, height: 8, glyphs: glyphs)
            var table = Self.table(selected: 2)
            table.sort = .init(column: 1, isAscending: false)
            table.draw(in: Frame(title: "By release ▾").draw(in: canvas.bounds, on: &canvas), on: &canvas)
            expectSnapshot(canvas, "drawing/table", variant: glyphs.rawValue)
        }
    }

    @Test("the selected row is on the screen", arguments: [0, 3, 12, 19])
    func scrolling(selected: Int) {
        var table = Self.table(selected: selected)
        for offset in [0, 5, 19, 99, -3] {
            table.offset = offset
            let rows = table.visibleRows(height: 5)
            #expect(rows.contains(selected))
            #expect(rows.count == 5)
        }
        #expect(table.visibleRows(height: 0).isEmpty)
        #expect(Self.table().visibleRows(height: 99) == 0..<20)
    }

    @Test("the mouse finds rows and titles")
    func hits() {
        let table = Self.table(selected: 0)
        let rect = Rect(x: 2, y: 3, width: 40, height: 5)
        #expect(table.hit(x: 5, y: 4, in: rect) == .row(0))
        #expect(table.hit(x: 5, y: 7, in: rect) == .row(3))
        #expect(table.hit(x: 3, y: 3, in: rect) == .header(column: 0))
        #expect(table.hit(x: 41, y: 3, in: rect) == .header(column: 3))
        #expect(table.hit(x: 1, y: 4, in: rect) == nil)
        #expect(table.hit(x: 5, y: 8, in: rect) == nil)
    }

    @Test("frames and what stands in their edges", arguments: [40, 20, 9, 3])
    func frames(width: Int) {
        var canvas = Canvas(width: width, height: 3)
        Frame(
            title: "Latency, s", trailing: StyledText("p50", .chartSeries1) + " ─ " + StyledText("p95", .chartSeries2),
            footer: "02:57", footerTrailing: "03:12", isFocused: true
        ).draw(in: canvas.bounds, on: &canvas)
        expectSnapshot(canvas, "drawing/frame")
    }

    @Test("a dialog with a text field, over something")
    func dialog() {
        var canvas = Canvas(width: 50, height: 12)
        canvas.fill(canvas.bounds, with: "░", style: .muted)
        let field = Dialog(
            title: StyledText("Promote r42", .statusWarning),
            body: ["Moves 95 % of the traffic, about 201 requests a second, from r41 to r42.", "Type the number:"],
            footer: StyledText("Enter", .key) + " promote  " + StyledText("Esc", .key) + " back", width: 40,
            extraRows: 1
        ).draw(in: canvas.bounds, on: &canvas)
        TextInput("r42").draw(prompt: "› ", in: field, on: &canvas)
        Toast(StyledText("copied", .statusOk)).draw(in: canvas.bounds, on: &canvas)
        expectSnapshot(canvas, "drawing/dialog")
    }

    @Test("a line can be edited")
    func editing() {
        var line = TextInput("two words")
        line.deleteWordBackward()
        #expect(line.text == "two ")
        line.insert("e\u{301}\u{1B}\n漢")
        #expect(line.text == "two e\u{301} 漢")
        line.deleteBackward()
        line.deleteBackward()
        line.move(by: -1)
        line.insert("x")
        #expect(line.text == "two xe\u{301}")
        line.deleteForward()
        line.moveToStart()
        line.deleteForward()
        #expect(line.text == "wo x")
        line.move(by: .max)
        line.move(by: .min)
        line.move(by: 2)
        line.deleteToEnd()
        #expect(line.text == "wo")
        line.deleteToStart()
        #expect(line.isEmpty)
        line.deleteBackward()
        line.insert(String(repeating: "a", count: 99_999))
        #expect(line.text.utf8.count == TextInput.limit)
    }

    @Test("a long line is scrolled so that its cursor is seen")
    func longLine() {
        var canvas = Canvas(width: 10, height: 1)
        TextInput("abcdefghijklmnop").draw(prompt: "> ", in: canvas.bounds, on: &canvas)
        #expect(canvas.text(row: 0) == "> jklmnop ")
        #expect(canvas.cursor == Canvas.Position(x: 9, y: 0))
    }

    @Test("hints that do not fit give way to more")
    func hints() {
        let hints = KeyHints([.init("Enter", "open"), .init("/", "filter"), .init("g", "group")])
        #expect(hints.text(width: 40).string == "Enter open  / filter  g group")
        #expect(hints.text(width: 28).string == "Enter open  / filter  ? more")
        #expect(hints.text(width: 10).string == "? more")
        #expect(hints.text(width: 3).string == "")
    }
}
