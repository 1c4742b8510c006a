import Domain

/// The smallest of what came during the last five to ten minutes.
struct RecentMinimum: Sendable {
    private static let width = Nanoseconds.minutes(5).count
    private var present: (window: Int64, least: Nanoseconds)?
    private var before: (window: Int64, least: Nanoseconds)?

    mutating func add(_ value: Nanoseconds, at time: Timestamp) {
        add((time.nanoseconds / Self.width, value))
    }

    mutating func add(_ other: RecentMinimum) {
        for part in [other.before, other.present] { if let part { add(part) } }
    }

    func value(at now: Timestamp) -> Nanoseconds? {
        let window = now.nanoseconds / Self.width
        return [before, present].compactMap { $0 }.filter { $0.window >= window - 1 }.map(\.least).min()
    }

    private mutating func add(_ part: (window: Int64, least: Nanoseconds)) {
        guard let known = present else {
            present = part
            return
        }
        if part.window == known.window {
            present?.least = min(known.least, part.least)
        } else if part.window > known.window {
            (before, present) = (known, part)
        } else if before?.window == part.window {
            before = before.map { ($0.window, min($0.least, part.least)) }
        } else if before == nil {
            before = part
        }
    }
}
