/// What was irregular about a span or log record and had to be repaired or left out of sums.
public struct TelemetryFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It ended before it began; its duration is unknown.
    public static let clock = TelemetryFlags(rawValue: 1 << 0)
    /// It claims a time that cannot be; it is filed by when it came.
    public static let time = TelemetryFlags(rawValue: 1 << 1)
    /// Token counts that cannot be (negative, above 10⁹, not a number) were not counted.
    public static let usage = TelemetryFlags(rawValue: 1 << 2)
    /// Attributes, events or values beyond the limits were cut.
    public static let cut = TelemetryFlags(rawValue: 1 << 3)
    /// Ill-formed UTF-8 was repaired.
    public static let text = TelemetryFlags(rawValue: 1 << 4)
    /// A key stood more than once; the first counts.
    public static let duplicateKey = TelemetryFlags(rawValue: 1 << 5)
    /// The client's input total left the cached tokens out; they were added.
    public static let cacheOutsideInput = TelemetryFlags(rawValue: 1 << 6)
    /// The client's output total left the reasoning tokens out; they were added.
    public static let reasoningOutsideOutput = TelemetryFlags(rawValue: 1 << 7)
}
