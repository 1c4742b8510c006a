import Domain
import Testing

@testable import Console

/// What Overview asks a source, and what it makes of it.
@Suite("Questions and answers")
struct AnswerTests {
    @Test(
        "charts have steps of whole minutes that divide a day, at most two a cell",
        arguments: [1, 5, 15, 60, 61, 360, 1440, 10_080, 576_000] as [Int64], [0, 12, 19, 58, 193])
    func steps(minutes: Int64, cells: Int) {
        let question = OverviewQuestion(length: .minutes(minutes), at: Scene.now, chartCells: cells)
        for step in [question.step, question.courseStep] {
            #expect(step.count % Nanoseconds.minutes(1).count == 0)
            #expect(Nanoseconds.days(1).count % step.count == 0)
        }
        if minutes <= 1440 { #expect(question.length.count <= question.step.count * Int64(max(24, 2 * cells))) }
        #expect(question.range.from.floored(to: question.step) == question.range.from)
        #expect(question.range.to == Scene.now)
    }

    @Test("releases where calls name them, else services, else models")
    func defaultGrouping() throws {
        func grouping(_ series: [FakeSource.Series], _ scope: Scope = Scope()) throws -> Dimension {
            try OverviewAnswer.load(
                OverviewQuestion(scope: scope, length: .minutes(15), at: Scene.now), from: Scene.source(series)
            ).grouping
        }
        let plain = { Scene.series([.service: $0, .model: "gpt-4o"], perMinute: 60, since: 20) }
        #expect(try grouping([Scene.summaries]) == .release)
        #expect(try grouping([plain("a"), plain("b")]) == .service)
        #expect(try grouping([plain("a")]) == .model)
        #expect(try grouping([plain("a"), plain("b")], Scope(service: "a")) == .model)
    }

    @Test("scope and filter restrict rows, charts and changes")
    func scope() throws {
        let other = Scene.series(Scene.labels("other@r1", service: "other"), perMinute: 60, since: 20)
        let source = Scene.source([Scene.summaries, other], marks: [Scene.aliasMark])
        let answer = try OverviewAnswer.load(
            OverviewQuestion(scope: Scope(environment: "prod", service: "other"), length: .minutes(15), at: Scene.now),
            from: source)
        #expect(answer.rows.map(\.key) == [["other@r1"]])
        #expect(answer.total.calls == answer.rows.first?.measures.calls)
        #expect(answer.marks.isEmpty)
    }

    @Test("calls without a price are never free")
    func unpriced() {
        let none = Scene.series(Scene.labels("a@r1"), perMinute: 60, price: nil, since: 20)
        let session = Session(Scene.source([none]))
        #expect(session.shows("no price"))
        #expect(!session.shows("$0"))
        #expect(!session.shows("Cost, $/h"))
        let some = Session(
            Scene.source([none, Scene.series(Scene.labels("b@r1"), perMinute: 60, price: 0.01, since: 20)]))
        #expect(some.shows("≥$36"))
        #expect(some.shows("unpriced") || some.shows("calls without a price"))
    }

    @Test("cheap calls are not free either")
    func cheap() {
        let cheap = Scene.series(Scene.labels("a@r1"), perMinute: 60, price: 0.000_000_5, since: 20)
        let session = Session(Scene.source([cheap]))
        #expect(session.shows("<$0.01/h"))
        #expect(session.shows(" <0.01 "))
    }

    @Test("panels without a source are not shown")
    func hidden() {
        let plain = Scene.series(
            Scene.labels("a@r1"), perMinute: 60, ttft: nil, cached: nil, price: nil, scores: [:], since: 20)
        let session = Session(Scene.source([plain]))
        for title in ["Quality", "Time to first token", "Cost, $/h", "cached", "TTFT"] {
            #expect(!session.shows(title))
        }
        #expect(session.shows("Latency, s"))
    }

    @Test("rates of a young store are those of its life, not of the range")
    func youngStore() throws {
        var source = Scene.source([Scene.series(Scene.labels("a@r1"), perMinute: 60, since: 4)])
        let question = OverviewQuestion(length: .minutes(15), at: Scene.now)
        #expect(try OverviewAnswer.load(question, from: source).seconds == question.range.length.seconds)
        source.storeSummary.oldest = Scene.ago(5)
        #expect(try OverviewAnswer.load(question, from: source).seconds == 300)
    }

    @Test("an answer from a part of the calls says so")
    func coverage() {
        var source = Scene.calm
        source.coverage = .partial(read: 41_203, total: 2_000_000)
        #expect(Session(source).shows("from 41 203 of 2 000 000 calls"))
        source.coverage = .damaged("2026-11-23 is damaged")
        #expect(Session(source).shows("✖ a part of the range cannot be read: 2026-11-23 is damaged"))
    }

    @Test("no calls in the range says where there are some")
    func nothing() {
        var source = Scene.source([Scene.series(Scene.labels("a@r1"), perMinute: 60, since: 300, until: 200)])
        source.storeSummary.newest = Scene.ago(200)
        let session = Session(source, width: 80, height: 24)
        #expect(session.shows("no calls in the last 15 m"))
        #expect(session.shows("the newest span ended at 23:52:44") || session.shows("11-23 23:52:44"))
    }
}
