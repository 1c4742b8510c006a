/// A moment in nanoseconds since 1970-01-01T00:00:00Z, as OTLP counts them. Arithmetic saturates instead of trapping:
/// telemetry claims any time at all.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Nanoseconds since the Unix epoch; negative before it.
    public var nanoseconds: Int64

    /// The moment that lies `nanoseconds` after the Unix epoch.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// The moment that lies `seconds` after the Unix epoch.
    public init(seconds: Int64) { self = Timestamp(nanoseconds: 0).advanced(by: .seconds(seconds)) }

    /// This moment moved by `duration`, clamped to what 64 bits hold (years 1677 to 2262).
    public func advanced(by duration: Nanoseconds) -> Timestamp {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(duration.count)
        return Timestamp(nanoseconds: overflow ? (duration.count > 0 ? .max : .min) : sum)
    }

    /// How long after `earlier` this moment is; negative when it is before.
    public func since(_ earlier: Timestamp) -> Nanoseconds {
        let (difference, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return Nanoseconds(overflow ? (nanoseconds > earlier.nanoseconds ? .max : .min) : difference)
    }

    /// The start of the interval of length `step` in which this moment lies. Boundaries are multiples of the step in
    /// absolute time, never relative to now, so that a chart that scrolls moves whole cells. `step` below 1 counts as 1; before the
    /// first boundary that 64 bits hold, it is the first moment that they hold.
    public func floored(to step: Nanoseconds) -> Timestamp {
        let length = max(1, step.count)
        let rest = nanoseconds % length
        let (start, overflow) = nanoseconds.subtractingReportingOverflow(rest < 0 ? rest + length : rest)
        return Timestamp(nanoseconds: overflow ? .min : start)
    }

    /// The UTC day in which this moment lies.
    public var day: Day { Day(containing: self) }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.nanoseconds < b.nanoseconds }
}
