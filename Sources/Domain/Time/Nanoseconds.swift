/// A length of time in nanoseconds; arithmetic saturates.
public struct Nanoseconds: Hashable, Comparable, Sendable {
    /// How many nanoseconds.
    public var count: Int64

    /// A length of `count` nanoseconds.
    public init(_ count: Int64) { self.count = count }

    /// `count` milliseconds.
    public static func milliseconds(_ count: Int64) -> Nanoseconds { scaled(count, 1_000_000) }
    /// `count` seconds.
    public static func seconds(_ count: Int64) -> Nanoseconds { scaled(count, 1_000_000_000) }
    /// `count` minutes.
    public static func minutes(_ count: Int64) -> Nanoseconds { scaled(count, 60_000_000_000) }
    /// `count` hours.
    public static func hours(_ count: Int64) -> Nanoseconds { scaled(count, 3_600_000_000_000) }
    /// `count` days of 24 hours.
    public static func days(_ count: Int64) -> Nanoseconds { scaled(count, 86_400_000_000_000) }

    /// The length in seconds.
    public var seconds: Double { Double(count) / 1e9 }
    /// The length in milliseconds.
    public var milliseconds: Double { Double(count) / 1e6 }

    /// The opposite length, for moving back in time.
    public static prefix func - (a: Nanoseconds) -> Nanoseconds { Nanoseconds(a.count == .min ? .max : -a.count) }
    public static func < (a: Nanoseconds, b: Nanoseconds) -> Bool { a.count < b.count }

    private static func scaled(_ count: Int64, _ unit: Int64) -> Nanoseconds {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        return Nanoseconds(overflow ? (count > 0 ? .max : .min) : product)
    }
}
