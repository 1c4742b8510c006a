import Domain
import Testing

@testable import Simulator

@Suite struct LoadCurveTests {
    private let midnight = Day(containing: Samples.now).start

    @Test(arguments: 1...10)
    func afternoonsAreBusierThanNights(seed: Int) {
        let curve = LoadCurve(seed: UInt64(seed))
        let afternoon = curve.factor(at: midnight.advanced(by: .hours(14)))
        let night = curve.factor(at: midnight.advanced(by: .hours(3)))
        #expect(afternoon > 1.3 * night)
    }

    @Test func sundaysAreQuieterThanTuesdays() throws {
        let curve = LoadCurve(seed: 1)
        // 2026-11-24 was a Tuesday, 2026-11-29 a Sunday.
        func total(_ text: String) throws -> Double {
            let day = try #require(Day(text)).start
            return (0..<24).reduce(0) { $0 + curve.factor(at: day.advanced(by: .hours($1))) }
        }
        #expect(try total("2026-11-29") < 0.85 * total("2026-11-24"))
    }

    @Test func staysWithinReasonAndAroundOneForWeeks() {
        let curve = LoadCurve(seed: 2)
        let factors = (0..<(24 * 28)).map { curve.factor(at: midnight.advanced(by: .hours($0))) }
        #expect(factors.allSatisfy { (0.3...2).contains($0) })
        #expect(abs(factors.reduce(0, +) / Double(factors.count) - 1) < 0.06)
    }

    @Test func noTwoSeedsHaveTheSameWeek() {
        #expect(LoadCurve(seed: 1).factor(at: midnight) != LoadCurve(seed: 2).factor(at: midnight))
    }

    @Test func questionsComeAtTheRateAskedFor() throws {
        let turns = try Samples.workload(seed: 6, rate: 3).turns(in: .minutes(-12, 0))
        let questions = turns.filter { $0.root?.service == .supportBot }.count
        let expected = 3 * 720 * LoadCurve(seed: 6).factor(at: Samples.now)
        #expect(abs(Double(questions) / expected - 1) < 0.12)
    }
}
