import Domain
import Testing

@testable import Collector

@Suite struct FilingTimesTests {
    static let now = Timestamp(seconds: 1_800_000_000)
    static let second: UInt64 = 1_000_000_000
    static func nanoseconds(_ secondsFromNow: Int64) -> UInt64 {
        UInt64(now.advanced(by: .seconds(secondsFromNow)).nanoseconds)
    }
    private func times(_ start: UInt64, _ end: UInt64) -> FilingTimes {
        FilingTimes(start: start, end: end, received: Self.now, retention: .days(30))
    }

    @Test("times that can be are kept")
    func ordinary() {
        let times = times(Self.nanoseconds(-2), Self.nanoseconds(-1))
        #expect(times.start == Self.now.advanced(by: .seconds(-2)))
        #expect(times.end == Self.now.advanced(by: .seconds(-1)))
        #expect(times.duration == .seconds(1))
        #expect(times.flags == [])
    }

    @Test(
        "times that cannot be are filed by receipt",
        arguments: [
            0, 1, 1_800_000_000, UInt64(Int64.max), UInt64(Int64.max) + 1, .max, 946_684_799 * second,
            nanoseconds(86_401),
        ] as [UInt64])
    func impossible(_ time: UInt64) {
        let times = times(time, time)
        #expect(times.start == Self.now)
        #expect(times.end == Self.now)
        #expect(times.duration == nil)
        #expect(times.flags == [.time])
    }

    @Test("up to a day ahead is possible")
    func slightlyAhead() {
        let times = times(Self.nanoseconds(86_399), Self.nanoseconds(86_400))
        #expect(times.flags == [])
        #expect(times.end == Self.now.advanced(by: .hours(24)))
    }

    @Test("older than retention is filed by receipt, and its duration is still known")
    func old() {
        let start = Self.nanoseconds(-31 * 86_400)
        let times = times(start, start + Self.second)
        #expect(times.flags == [.time])
        #expect(times.end == Self.now)
        #expect(times.duration == .seconds(1))
    }

    @Test("an end before the start has no duration and is filed by the start")
    func backwards() {
        let times = times(Self.nanoseconds(-1), Self.nanoseconds(-2))
        #expect(times.flags == [.clock])
        #expect(times.duration == nil)
        #expect(times.end == times.start)
        #expect(times.start == Self.now.advanced(by: .seconds(-1)))
    }

    @Test("a span that never ended is filed where it began")
    func open() {
        let times = times(Self.nanoseconds(-1), 0)
        #expect(times.flags == [.clock])
        #expect(times.end == Self.now.advanced(by: .seconds(-1)))
    }

    @Test("no two numbers of 64 bits trap or give a time out of bounds")
    func anything() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let shift = Int.random(in: 0..<64, using: &generator)
            let times = times(.random(in: 0 ... .max) >> shift, .random(in: 0 ... .max) >> shift)
            #expect(times.start <= times.end)
            #expect(times.end <= Self.now.advanced(by: .hours(24)))
            #expect(times.start >= Self.now.advanced(by: -.days(30)))
            #expect((times.duration?.count ?? 0) >= 0)
        }
    }
}
