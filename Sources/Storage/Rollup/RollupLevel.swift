import Domain

/// The lengths of the steps in which rollups are kept.
enum RollupLevel: Int64, CaseIterable {
    case minute = 1
    case tenMinutes = 10
    case hour = 60

    /// Minutes a step.
    var minutes: Int64 { rawValue }
    var length: Nanoseconds { .minutes(rawValue) }
    var table: String {
        switch self {
        case .minute: "minute"
        case .tenMinutes: "ten_minutes"
        case .hour: "hour"
        }
    }

    /// How many numbers a key leaves to the series.
    static let seriesPerStep: Int64 = 4096

    /// The key of the row for `series` in the step that holds `minute`.
    func key(minute: Int64, series: Int) -> Int64 {
        Self.step(minute, minutes) * Self.seriesPerStep + Int64(series)
    }

    /// The number of the step of `length` minutes that holds `minute`; minutes before 1970 are negative.
    static func step(_ minute: Int64, _ length: Int64) -> Int64 {
        let (quotient, remainder) = minute.quotientAndRemainder(dividingBy: length)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Timestamp {
    /// Minutes since 1970 of the minute in which this moment lies.
    var minute: Int64 { RollupLevel.step(nanoseconds, 60_000_000_000) }
    /// The first minute that does not begin before this moment.
    var nextMinute: Int64 { nanoseconds % 60_000_000_000 == 0 ? minute : minute + 1 }
    /// The moment at which `minute` begins.
    init(minute: Int64) { self = Timestamp(nanoseconds: 0).advanced(by: .minutes(minute)) }
}
