import NIOCore

/// How fast a body comes, held against the time that it may take: absolute, so that a byte now and then gains nothing.
struct BodyPace {
    private let start: NIODeadline
    /// Bytes that have come.
    var bytes = 0

    /// A body that begins now.
    init(start: NIODeadline = .now()) { self.start = start }

    /// When to look first, from the start.
    static func firstLook(_ limits: HTTPLimits) -> TimeAmount { min(limits.bodyGrace, limits.bodyTime) }

    /// When to look again, after `now`; nil when the body is too slow.
    func nextLook(after now: NIODeadline, _ limits: HTTPLimits) -> NIODeadline? {
        let elapsed = now - start
        let needed = Int64(limits.bodyRate) &* (elapsed.nanoseconds / 1_000_000) / 1_000
        guard elapsed < limits.bodyTime, bytes >= needed else { return nil }
        return min(now + .seconds(1), start + limits.bodyTime)
    }
}
