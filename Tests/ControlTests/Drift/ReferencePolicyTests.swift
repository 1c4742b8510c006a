import Domain
import Statistics
import Testing

@testable import Control

@Suite struct ReferencePolicyTests {
    static let subject = DriftSubject(environment: "prod", service: "bot")

    static func hour(_ release: String, calls: Int) -> WindowSummary {
        var summary = WindowSummary()
        for _ in 0..<calls { summary.update(WindowSummary.segment(release: release, model: "m")) { $0.addCall() } }
        return summary
    }

    static func range(_ hour: Int64) -> TimeRange {
        TimeRange(from: Timestamp(seconds: hour * 3600), to: Timestamp(seconds: (hour + 1) * 3600))
    }

    /// The reference after hours of so many calls each.
    static func learned(
        _ side: DriftSignal.Side, hours: Int64, calls: Int, release: (Int64) -> String = { _ in "r1" }
    ) -> DriftReference? {
        var reference: DriftReference?
        for hour in 0..<hours {
            reference =
                ReferencePolicy.after(
                    reference, subject, side, hour: Self.hour(release(hour), calls: calls), range(hour), DriftSettings()
                )
                ?? reference
        }
        return reference
    }

    @Test func isLearnedOverADayAndThenPinned() throws {
        #expect(try #require(Self.learned(.input, hours: 23, calls: 200)).isLearning)
        let pinned = try #require(Self.learned(.input, hours: 100, calls: 200))
        #expect(pinned.to == Timestamp(seconds: 24 * 3600))
        #expect(pinned.calls == 4800)
    }

    @Test func takesLongerWithFewCalls() throws {
        #expect(try #require(Self.learned(.input, hours: 48, calls: 20)).isLearning)
        #expect(try #require(Self.learned(.input, hours: 200, calls: 20)).to == Timestamp(seconds: 100 * 3600))
        // After a week with what there is; a week has enough hours to be matched.
        let slow = try #require(Self.learned(.input, hours: 200, calls: 5))
        #expect(slow.to == Timestamp(seconds: 7 * 24 * 3600))
        #expect(slow.isHourMatched)
        #expect(try #require(Self.learned(.input, hours: 400, calls: 1)).isLearning)
    }

    @Test func aReleaseThatTakesOverBeginsANewOneOfTheAnswersOnly() throws {
        let release: (Int64) -> String = { $0 < 40 ? "r1" : "r2" }
        let output = try #require(Self.learned(.output, hours: 42, calls: 200, release: release))
        #expect(output.release == "r2")
        #expect(output.from == Timestamp(seconds: 41 * 3600))
        #expect(output.isLearning)
        let input = try #require(Self.learned(.input, hours: 42, calls: 200, release: release))
        #expect(input.to == Timestamp(seconds: 24 * 3600))
    }

    @Test func whatAPersonChoseStays() {
        let chosen = DriftReference(
            subject: Self.subject, side: .output, from: Timestamp(seconds: 0), to: Timestamp(seconds: 36_000),
            release: "r1",
            principal: "os:ana", reason: "a good day", chosen: Timestamp(seconds: 40_000))
        let next = ReferencePolicy.after(
            chosen, Self.subject, .output, hour: Self.hour("r2", calls: 500), Self.range(20), DriftSettings())
        #expect(next == nil)
    }
}
