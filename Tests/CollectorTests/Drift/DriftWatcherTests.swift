import Control
import Domain
import Statistics
import Storage
import Testing

@testable import Collector
@testable import Simulator

@Suite struct DriftWatcherTests {
    /// A language appears and prompts lengthen three hours after the start.
    private static func changed(_ elapsed: Nanoseconds) -> Conditions {
        var conditions = Conditions()
        conditions.questions.language = .init(name: "ar", share: elapsed >= .hours(3) ? 0.3 : 0)
        if elapsed >= .hours(3) { conditions.questions.sentences = 3 }
        return conditions
    }

    @Test func findsWhatChangedAndSaysSinceWhen() throws {
        let store = try DriftedStore(rate: 0.1, conditions: Self.changed)
        try store.pass(hours: 1)
        let learning = try #require(try store.finding(.language))
        #expect(learning.state == .notEnough)
        #expect(learning.lack?.contains("reference") == true)
        try store.pass(hours: 2)
        #expect(try #require(try store.finding(.language)).state == .calm)
        #expect(try store.board().count(.alarm) == 0)
        try store.restart()
        try store.pass(hours: 3)
        let language = try #require(try store.finding(.language))
        #expect(language.state == .alarm)
        let onset = DriftedStore.start.advanced(by: .hours(3))
        let since = try #require(language.since)
        #expect(since > onset.advanced(by: .minutes(-90)) && since < onset.advanced(by: .minutes(90)))
        let explanation = try #require(language.explanation)
        let arabic = try #require(explanation.categories.first { $0.name == "ar" })
        #expect(arabic.then == 0 && arabic.now > 0.15)
        #expect(!explanation.examples.isEmpty)
        let length = try #require(try store.finding(.inputLength))
        #expect(length.state == .alarm)
        #expect(!length.course.isEmpty)
        #expect(try #require(try store.finding(.model)).state != .notEnough)

        // Somebody says that this is the new normal: nothing is green until it is learned.
        _ = try store.control.change { transaction in
            try transaction.choose(
                DriftReferenceDraft(subject: DriftedStore.subject, interval: nil, reason: "Arabic is sold now"))
        }
        try store.look()
        #expect(try #require(try store.finding(.language)).state == .notEnough)
        // Or somebody names the hours that are to be compared with.
        _ = try store.control.change { transaction in
            try transaction.choose(
                DriftReferenceDraft(
                    subject: DriftedStore.subject, side: .input,
                    interval: TimeRange(from: onset, to: onset.advanced(by: .hours(3))), reason: "the new shop"))
        }
        try store.pass(hours: 2)
        #expect(try #require(try store.finding(.language)).state == .calm)
        let references = try store.board().references
        #expect(references.contains { $0.side == .input && $0.reason == "the new shop" && $0.from == onset })
    }

    @Test func adoptsNothingTwiceAndForgetsNothingOverARestart() throws {
        let store = try DriftedStore(rate: 0.05) { _ in Conditions() }
        try store.pass(hours: 1)
        try store.restart()
        try store.look()
        try store.pass(hours: 1)
        store.watcher.close()
        let file = try DriftStore(store.directory)
        let sum = try file.summary(
            of: DriftedStore.subject, TimeRange(from: DriftedStore.start, to: store.now.advanced(by: .hours(1))))
        file.close()
        let reader = StoreReader(store.directory, decode: .wire, contents: { _, _ in SpanContents() })
        let stats = try reader.stats(
            StatsQuery(
                range: TimeRange(from: DriftedStore.start, to: store.now.advanced(by: .hours(1))), by: [.service],
                at: store.now.advanced(by: .hours(1))))
        let calls = try #require(stats.rows.first { $0.name == DriftedStore.subject.service }).measures.calls
        #expect(sum.calls == calls)
        #expect(calls > 100)
        #expect(sum.texts == calls)
    }
}
