import Drawing
import TestSupport
import Testing

@Suite("Charts")
struct ChartTests {
    static let functions: [(name: String, samples: [Double?])] = [
        ("constant", Array(repeating: 3, count: 40)),
        ("ramp", (0..<40).map { Double($0) }),
        ("step", (0..<40).map { $0 < 20 ? 1 : 4 }),
        ("spike", (0..<4000).map { $0 == 2600 ? 90 : 5 }),
        ("gap", (0..<40).map { 12..<20 ~= $0 ? nil : 7 }),
        ("not-a-number", (0..<40).map { $0 % 10 == 0 ? .nan : 2 }),
        ("empty", []),
        ("missing", [nil, nil, nil]),
        ("one-point", [5]),
        ("negative", (0..<40).map { Double($0) - 20 }),
        ("huge", (0..<40).map { Double($0) * 1e13 }),
        ("zero", Array(repeating: 0, count: 10)),
    ]

    @Test("known functions in each glyph set", arguments: functions.indices, GlyphSet.allCases)
    func knownFunctions(index: Int, glyphs: GlyphSet) {
        let (name, samples) = Self.functions[index]
        var canvas = Canvas(width: 40, height: 9, glyphs: glyphs)
        LineChart([.init(name, .chartSeries1, samples)])
            .drawFramed(title: StyledText(name), from: "02:57", to: "03:12", in: canvas.bounds, on: &canvas)
        expectSnapshot(canvas, "drawing/chart", variant: "\(name)-\(glyphs.rawValue)")
    }

    @Test("several lines, a threshold and a mark")
    func everything() {
        var canvas = Canvas(width: 60, height: 12)
        var chart = LineChart([
            .init("p50", .chartSeries1, (0..<60).map { 1 + Double($0 % 7) / 10 }),
            .init("p95", .chartSeries2, (0..<60).map { $0 < 40 ? 2 : 4 }),
        ])
        chart.thresholds = [.init(3, label: "limit")]
        chart.marks = [.init(at: 2.0 / 3, "▼")]
        chart.drawFramed(
            title: "Latency, s", from: "02:57", to: "03:12", isFocused: true, in: canvas.bounds, on: &canvas)
        expectSnapshot(canvas, "drawing/chart-everything")
    }

    @Test("a spike of one sample in four thousand stays to be seen")
    func spikeSurvives() {
        var canvas = Canvas(width: 40, height: 10)
        LineChart([.init("", .chartSeries1, Self.functions[3].samples)]).draw(in: canvas.bounds, on: &canvas)
        let top =
            canvas.row(0).filter { $0.style.role == .chartSeries1 }
            + canvas.row(1).filter { $0.style.role == .chartSeries1 }
        #expect(!top.isEmpty)
    }

    @Test("missing samples leave cells blank in every glyph set", arguments: GlyphSet.allCases, [40, 4_000])
    func gaps(glyphs: GlyphSet, count: Int) {
        var canvas = Canvas(width: 40, height: 4, glyphs: glyphs)
        let samples: [Double?] = (0..<count).map { (count / 4..<count * 3 / 4).contains($0) ? nil : 1 }
        LineChart([.init("", .chartSeries1, samples)]).draw(in: canvas.bounds, on: &canvas)
        let middle = (18..<26).flatMap { x in (0..<4).compactMap { canvas[x, $0] } }
        #expect(middle.allSatisfy { $0.style.role != .chartSeries1 })
    }

    @Test("a later line lies over an earlier one")
    func order() {
        var canvas = Canvas(width: 30, height: 3)
        LineChart([.init("a", .chartSeries1, [1, 1]), .init("b", .chartSeries2, [1, 1])])
            .draw(in: canvas.bounds, on: &canvas)
        let roles = Set(canvas.cells.map(\.style.role))
        #expect(roles.contains(.chartSeries2))
        #expect(!roles.contains(.chartSeries1))
    }

    @Test(
        "ticks are round and enclose the data",
        arguments: [
            (0, 4.02, 3, ["0", "5"]), (0, 4, 3, ["0", "2", "4"]), (0, 290_000, 3, ["0", "200k", "400k"]),
            (0, 60, 3, ["0", "50", "100"]), (-0.048, 0.01, 5, ["−0.06", "−0.04", "−0.02", "0.00", "0.02"]),
            (0, 0, 3, ["0.0", "0.5", "1.0"]), (0, 0.004, 3, ["0.000", "0.002", "0.004"]),
        ] as [(Double, Double, Int, [String])])
    func ticks(lower: Double, upper: Double, count: Int, labels: [String]) {
        let scale = AxisScale(lower: lower, upper: upper, ticks: count)
        #expect(scale.labels == labels)
        #expect(scale.lower <= lower && scale.upper >= upper)
    }

    @Test("scales hold for any numbers", arguments: 0..<20)
    func anyScale(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for _ in 0..<500 {
            let lower = Double(bitPattern: generator.next())
            let upper = Double(bitPattern: generator.next())
            let scale = AxisScale(lower: lower, upper: upper, ticks: Int.random(in: -2...20, using: &generator))
            #expect(scale.upper > scale.lower)
            #expect(scale.step > 0)
            #expect(scale.ticks.count == scale.labels.count)
            #expect(scale.ticks.count <= 101)
        }
    }

    @Test("an axis stays while its data suit it")
    func hysteresis() {
        let first = AxisScale.covering(lower: 0, upper: 4, ticks: 5, previous: nil)
        #expect(AxisScale.covering(lower: 0, upper: 3, ticks: 5, previous: first) == first)
        #expect(AxisScale.covering(lower: 0, upper: 4.1, ticks: 5, previous: first) != first)
        #expect(AxisScale.covering(lower: 0, upper: 1, ticks: 5, previous: first) != first)
    }

    @Test("sparklines, bars, shades and intervals")
    func inline() {
        #expect(Sparkline([0, 1, 2, nil, 4, 8]).text(width: 6).string == "▁▂▃ ▅█")
        #expect(Sparkline([1, 9, 1, 1]).text(width: 2).string == "█▂")
        #expect(Sparkline([0, 0]).text(width: 9).string == "▁▁")
        #expect(Sparkline([.nan, nil]).text(width: 9).string == "  ")
        #expect(Bar(0.5).text(width: 5).string == "██▌  ")
        #expect(Bar(0.001).text(width: 5).string == "▏    ")
        #expect(Bar(nil).text(width: 3).string == "   ")
        #expect(Bar(9).text(width: 3).string == "███")
        #expect(HeatMap.strip([0, 0.3, 0.5, 0.7, 1, nil], width: 6).string == "·░▒▓█ ")
        let interval = IntervalBar(lower: -4, estimate: -2, upper: 0, axis: -5...5, reference: 0, limit: 3)
        #expect(interval.text(width: 11).string == " ├─●─┤  ┆  ")
        let beyond = IntervalBar(lower: -40, estimate: -20, upper: -2, axis: -5...5)
        #expect(beyond.text(width: 11).string == "───┤ │     ")
    }
}
