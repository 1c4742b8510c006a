import Domain
import Testing

@testable import Storage

/// Silences are kept for as long as what happened to alerts.
@Suite struct SilencedPastTests {
    private let store = TemporaryStore()
    private static let noon = FixedClock().time

    /// Keeps a silence that began `days` before noon and lasted an hour, with the clock at its beginning.
    private func keep(_ number: Int64, daysAgo days: Int64, hours: Int64 = 1) throws {
        let from = Self.noon.advanced(by: .days(-days))
        let silence = Silence(
            id: SilenceID(rawValue: number), covers: .rule("slow"), from: from, until: from.advanced(by: .hours(hours)),
            reason: "known", principal: "os:anna")
        let writer = try store.writer(clock: FixedClock(time: from))
        defer { writer.close() }
        let control = try ControlStore(writer, clock: FixedClock(time: from))
        defer { control.stop() }
        try control.change { transaction in
            try transaction.keep(silence)
            try transaction.keep(AlertFindings(time: from, rules: [], budgets: [], receivers: []))
        }
    }

    private func silences(from days: Int64) throws -> [Int64] {
        try store.reader().silences(in: TimeRange(last: .days(days), before: Self.noon)).map(\.id.rawValue)
    }

    @Test("a silence of a year ago is found, one of two years ago is gone")
    func kept() throws {
        try keep(1, daysAgo: 700)
        try keep(2, daysAgo: 300)
        try keep(3, daysAgo: 0)
        #expect(try silences(from: 1000) == [2, 3])
        #expect(try silences(from: 10) == [3])
    }

    @Test("ended early it stands as it ended; a look back shows what was in force then")
    func lookingBack() throws {
        try keep(1, daysAgo: 30, hours: 48)
        try keep(1, daysAgo: 30, hours: 2)
        try keep(2, daysAgo: 0)
        let then = Self.noon.advanced(by: .days(-30)).advanced(by: .minutes(90))
        let board = try #require(try store.reader().alerts(at: then))
        #expect(board.silences.map(\.until) == [Self.noon.advanced(by: .days(-30)).advanced(by: .hours(2))])
        #expect(try store.reader().alerts(at: Self.noon)?.silences == [])
    }
}
