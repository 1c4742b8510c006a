/// A UTC calendar day, counted from 1970-01-01.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int32

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int32) { self.number = number }

    /// The day in which `moment` lies. Every moment of 64-bit nanoseconds lies within ±106 752 days.
    public init(containing moment: Timestamp) {
        let length = Nanoseconds.days(1).count
        let (days, rest) = moment.nanoseconds.quotientAndRemainder(dividingBy: length)
        number = Int32(clamping: rest < 0 ? days - 1 : days)
    }

    /// The day that `text` names as `YYYY-MM-DD`; nil when it does not.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        number = Int32(clamping: date.daysSinceEpoch)
    }

    /// Midnight at which the day begins.
    public var start: Timestamp { Timestamp(nanoseconds: 0).advanced(by: .days(Int64(number))) }
    /// The day from its beginning up to the beginning of the next one.
    public var range: TimeRange { TimeRange(from: start, to: start.advanced(by: .days(1))) }
    /// The day `count` days later.
    public func advanced(by count: Int32) -> Day { Day(number: number &+ count) }

    public var description: String { CivilDate(daysSinceEpoch: Int(number)).description }
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
