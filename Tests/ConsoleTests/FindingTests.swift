import Domain
import Testing
import Wording

@testable import Console
@testable import Diagnosis

/// What the console calls wrong, and what not.
@Suite("Findings")
struct FindingTests {
    private func findings(_ source: FakeSource, grouping: Dimension? = nil, length: Nanoseconds = .minutes(15)) throws
        -> [Finding]
    {
        try view(source, grouping: grouping, length: length).findings
    }

    private func view(_ source: FakeSource, grouping: Dimension? = nil, length: Nanoseconds = .minutes(15)) throws
        -> OverviewView
    {
        let question = OverviewQuestion(length: length, at: Scene.now, grouping: grouping)
        return OverviewView(try OverviewAnswer.load(question, from: source), BreakdownOrder())
    }

    @Test(
        "nothing is wrong when all is well, by any grouping and range",
        arguments: [Dimension.release, .service, .model, .operation], [15, 60, 1440] as [Int64])
    func calm(grouping: Dimension, minutes: Int64) throws {
        #expect(try findings(Scene.calm, grouping: grouping, length: .minutes(minutes)).isEmpty)
    }

    @Test("chance does not cry wolf", arguments: 0..<40 as Range<UInt64>)
    func noise(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let groups = (1...6).map { number in
            let rate = Double.random(in: 0...0.05, using: &random)
            let level = Double.random(in: 0.2...3, using: &random)
            return Scene.series(
                Scene.labels("app\(number)@r1"), perMinute: Double.random(in: 1...400, using: &random), since: 70
            ) { _, measures in
                measures.errors = (0..<measures.calls).reduce(0) { sum, _ in
                    sum + (Double.random(in: 0..<1, using: &random) < rate ? 1 : 0)
                }
                // The p95 of n calls scatters with about 1.5 / √n of itself.
                let spread = 1.5 / Double(max(1, measures.calls)).squareRoot()
                let p95 = level * max(0.3, 1 + spread * Double.random(in: -1.7...1.7, using: &random))
                measures.duration = Scene.quantiles(measures.calls, p95 / 2, p95, p95 * 2)
            }
        }
        // Error rates of unlike groups may differ; what must not be found are changes that did not happen.
        #expect(try findings(Scene.source(groups)).filter { $0.measure != .errors || $0.since != nil }.isEmpty)
    }

    @Test("a canary slower than its stable is named, with both numbers and since when")
    func canary() throws {
        let found = try findings(Scene.slowCanary)
        #expect(found.count == 1)
        #expect(found.first?.subject == .row("support-answer@r42"))
        #expect(found.first?.statement == "p95 now 3.90 s, r41 has 1.42 s")
        #expect(found.first?.since == Timestamp(rfc3339: "2026-11-24T03:07:00Z"))
    }

    @Test("failures of a group are told with their present level")
    func failures() throws {
        let found = try findings(Scene.errors)
        #expect(found.map(\.statement) == ["errors now 14 %, 0.4 % before"])
        #expect(found.first?.isCritical == true)
        #expect(found.first?.since == Timestamp(rfc3339: "2026-11-24T03:06:00Z"))
    }

    @Test("different services have every right to differ in latency")
    func unlike() throws {
        let slow = Scene.series(Scene.labels("report@r1", service: "reports"), perMinute: 500, p50: 9, p95: 20, p99: 40)
        #expect(try findings(Scene.source([Scene.stable, slow])).isEmpty)
        #expect(try findings(Scene.source([Scene.stable, slow]), grouping: .service).isEmpty)
    }

    @Test("calls that stop while a collector listens are a finding, while none runs they are not")
    func silence() throws {
        var source = Scene.source([Scene.series(Scene.labels("support-answer@r41"), perMinute: 600, until: 5)])
        #expect(try findings(source).map(\.measure) == [.traffic])
        #expect(try findings(source).first?.since == Timestamp(rfc3339: "2026-11-24T03:08:00Z"))
        source.storeSummary.collector = nil
        #expect(try findings(source).isEmpty)
    }

    @Test("the change that is about the trouble and just before it ranks first")
    func changes() throws {
        let changes = try view(Scene.slowCanary).changes
        #expect(changes.map(\.weight) == [3, 0])
        #expect(changes.first?.mark == Scene.releaseMark)
        #expect(changes.first?.reason == "explains 52 % of the slow")
    }

    @Test("a name is mentioned as a whole or not at all")
    func mentions() {
        let mark = Mark(time: Scene.now, kind: .release, service: "bot", text: "release support-answer@r42 of bot")
        for name in ["support-answer@r42", "bot", "r42"] { #expect(mark.mentions(name)) }
        for name in ["support-answer@r4", "r4", "answer@r42", "", "other"] { #expect(!mark.mentions(name)) }
    }

    @Test("an axis is held while the values fill two fifths of it")
    func heldAxes() {
        let wide = ChartExtent(lower: 0, upper: 10)
        #expect(ChartExtent(lower: 1, upper: 5).held(from: wide) == wide)
        #expect(ChartExtent(lower: 1, upper: 3).held(from: wide) == ChartExtent(lower: 1, upper: 3))
        #expect(ChartExtent(lower: 1, upper: 11).held(from: wide) == ChartExtent(lower: 1, upper: 11))
        #expect(ChartExtent(lower: 1, upper: 3).held(from: nil) == ChartExtent(lower: 1, upper: 3))
    }

    @Test("steps where nothing is known decide nothing")
    func gaps() {
        #expect(Shift.ofLatency(in: []) == nil)
        #expect(Shift.ofErrors(in: []) == nil)
        #expect(Shift.ofLatency(in: [nil, nil, nil, nil, nil, nil, nil]) == nil)
        #expect(Shift.ofErrors(in: [nil, nil, nil, nil, nil, nil, nil]) == nil)
    }
}
