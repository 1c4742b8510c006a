import Drawing
import TestSupport
import Testing

@Suite("Canvas")
struct CanvasTests {
    @Test("text is written where it belongs, cut where it does not fit, and its columns are counted")
    func writing() {
        var canvas = Canvas(width: 10, height: 3)
        let inner = Rect(x: 2, y: 1, width: 6, height: 1)
        #expect(canvas.write("ab", in: inner) == 2)
        #expect(canvas.text(row: 1) == "  ab      ")
        #expect(canvas.write("abcdefgh", in: inner) == 6)
        #expect(canvas.text(row: 1) == "  abcde…  ")
        #expect(canvas.write("12", in: inner, alignment: .right) == 2)
        #expect(canvas.text(row: 1) == "  abcd12  ")
        #expect(canvas.write("x", in: inner, row: 1) == 0)
        #expect(canvas.write("x", in: inner, column: 6) == 0)
        #expect(canvas.write("mm", in: Rect(width: 10, height: 1), alignment: .centre) == 2)
        #expect(canvas.text(row: 0) == "    mm    ")
        #expect(canvas.text(row: 2) == "          ")
    }

    @Test("text that begins left of its rectangle shows its end")
    func writingFromTheLeft() {
        var canvas = Canvas(width: 6, height: 1)
        canvas.write("abcdef", in: Rect(x: 2, y: 0, width: 4, height: 1), column: -2)
        #expect(canvas.text(row: 0) == "  cdef")
    }

    @Test("half of a wide glyph never stays")
    func wideGlyphs() {
        var canvas = Canvas(width: 6, height: 1)
        canvas.write("漢字", in: canvas.bounds)
        canvas.write("x", in: canvas.bounds, column: 1)
        #expect(canvas.text(row: 0) == " x字  ")
        canvas.write("漢", in: canvas.bounds, column: 1)
        #expect(canvas.text(row: 0) == " 漢   ")
        canvas.write("漢字", in: Rect(width: 3, height: 1))
        #expect(Text.width(of: canvas.text(row: 0)) == 6)
    }

    @Test("hostile text is drawn as text")
    func hostileText() {
        var canvas = Canvas(width: 30, height: 1)
        canvas.write("a\u{1B}[2Jb\u{202E}\n", in: canvas.bounds)
        #expect(canvas.text(row: 0) == "a␛[2Jb<U+202E>␊               ")
    }

    @Test("ASCII keeps the columns of the program's own signs")
    func ascii() {
        var canvas = Canvas(width: 30, height: 1, glyphs: .ascii)
        canvas.write("▸ r41 → r42 ● … – ▁█ é", in: canvas.bounds)
        #expect(canvas.text(row: 0) == "> r41 > r42 o ~ - .# <U+00E9> ")
    }

    @Test("a ground shows through, and attributes are added")
    func ground() {
        var canvas = Canvas(width: 4, height: 1)
        canvas.write("ab", in: canvas.bounds, style: Style(.statusOk))
        canvas.lay(Rect(width: 3, height: 1), on: .selection, adding: .bold)
        #expect(canvas[1, 0]?.style == Style(.statusOk, .bold, on: .selection))
        #expect(canvas[3, 0]?.style == .text)
        #expect(canvas[4, 0] == nil)
    }

    @Test("rectangles never overflow and give every cell away")
    func rectangles() {
        let huge = Rect(x: .min, y: .max, width: .max, height: .min)
        #expect(huge.isEmpty)
        #expect(huge.inset(by: .max).isEmpty)
        #expect(Rect(width: 10, height: 1).columns([1, 1, 1]).map(\.width) == [3, 3, 4])
        #expect(Rect(width: 10, height: 1).columns([0, 0]).map(\.width) == [0, 0])
        #expect(Rect(width: 10, height: 1).columns([.max, .max]).map(\.width) == [5, 5])
        #expect(Rect(width: 10, height: 7).splitBottom(99).bottom == Rect(width: 10, height: 7))
    }

    /// Everything that draws, into a rectangle with random content.
    static func drawEverything(in rect: Rect, on canvas: inout Canvas, seed: UInt64) {
        var generator = SplitMix(seed: seed)
        func number() -> Double? {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: nil
            case 1: .nan
            case 2: .infinity
            case 3: -.greatestFiniteMagnitude
            case 4: .leastNonzeroMagnitude
            default: Double.random(in: -1e6...1e6, using: &generator)
            }
        }
        func numbers() -> [Double?] { (0..<Int.random(in: 0..<200, using: &generator)).map { _ in number() } }
        let texts = ["", "plain", "漢字", "e\u{301}\u{302}\u{303}", "\u{1B}[31m", "👩🏽\u{200D}💻", "a\tb\nc", "🇩🇪"]
        func text() -> StyledText { StyledText(texts.randomElement(using: &generator) ?? "", .title) }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0:
            var chart = LineChart([.init("a", .chartSeries1, numbers()), .init("b", .chartSeries2, numbers())])
            chart.thresholds = [.init(number() ?? 1, label: "漢字")]
            chart.marks = [number() ?? 0.5, 0, 1].map { .init(at: $0, "★", .textMuted) }
            chart.startsAtZero = Bool.random(using: &generator)
            chart.drawFramed(title: text(), from: "00:00", to: "01:00", in: rect, on: &canvas)
        case 1:
            var table = Table(
                [.init("漢字", minimum: 3), .init("N", alignment: .right, minimum: 5, maximum: 8, priority: 2)],
                count: 50, selected: Int.random(in: -1...60, using: &generator)
            ) { _ in [StyledText("漢字"), StyledText("12.5")] }
            table.offset = Int.random(in: -5...80, using: &generator)
            table.sort = .init(column: 1, isAscending: false)
            table.draw(in: rect, on: &canvas)
        case 2: HeatMap([numbers(), numbers()]).draw(in: rect, on: &canvas)
        case 3:
            Histogram(reference: numbers().map { $0 ?? 1 }, current: numbers().map { $0 ?? 1 })
                .draw(in: rect, on: &canvas)
        case 4: Dialog(title: text(), body: [text(), text()], footer: text(), extraRows: 2).draw(in: rect, on: &canvas)
        case 5: Toast(text()).draw(in: rect, on: &canvas)
        case 6: TextInput(text().string).draw(prompt: text(), in: rect, on: &canvas)
        case 7:
            Frame(title: text(), trailing: text(), footer: text(), footerTrailing: text())
                .draw(in: rect, on: &canvas)
        case 8:
            let ends = [number() ?? 0, number() ?? 0]
            let bar = IntervalBar(
                lower: ends[0], estimate: number() ?? 0, upper: ends[1], axis: -1...1, limit: number())
            canvas.write(bar.text(width: rect.width), in: rect)
            canvas.write(Sparkline(numbers()).text(width: rect.width), in: rect, row: 1)
            canvas.write(Bar(number()).text(width: rect.width), in: rect, row: 2)
        default:
            canvas.write(
                text(), in: rect, column: Int.random(in: -9...9, using: &generator),
                row: Int.random(in: -2...3, using: &generator), alignment: .right)
        }
    }

    @Test(
        "nothing is written outside the rectangle, and every row stays as wide as the canvas",
        arguments: GlyphSet.allCases, 0..<12)
    func clipping(glyphs: GlyphSet, seed: UInt64) {
        var generator = SplitMix(seed: seed &* 7 &+ 1)
        for round in 0..<20 {
            let width = Int.random(in: 0...40, using: &generator)
            let height = Int.random(in: 0...12, using: &generator)
            var canvas = Canvas(width: width, height: height, glyphs: glyphs)
            canvas.fill(canvas.bounds, with: "~", style: .muted)
            let rect = Rect(
                x: Int.random(in: -5...40, using: &generator), y: Int.random(in: -5...12, using: &generator),
                width: Int.random(in: 0...40, using: &generator), height: Int.random(in: 0...12, using: &generator))
            Self.drawEverything(in: rect, on: &canvas, seed: seed &* 1_000 &+ UInt64(round))
            for y in 0..<height {
                #expect(Text.width(of: canvas.text(row: y)) == width)
                let written = (0..<width).filter { !rect.contains(x: $0, y: y) && canvas[$0, y]?.glyph.base != "~" }
                #expect(written == [], "row \(y), outside \(rect)")
            }
        }
    }

    @Test("no size traps", arguments: [(0, 0), (1, 1), (0, 5), (5, 0), (2, 2), (500, 200), (-3, -3), (.max, 1)])
    func sizes(width: Int, height: Int) {
        var canvas = Canvas(width: width, height: height)
        for seed in UInt64(0)..<60 { Self.drawEverything(in: canvas.bounds, on: &canvas, seed: seed) }
        #expect(canvas.cells.count == canvas.width * canvas.height)
    }
}
