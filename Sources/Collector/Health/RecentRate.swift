import Domain

/// How many came during the last minute, within five seconds.
struct RecentRate: Sendable {
    private static let width: Int64 = 5_000_000_000
    private static let steps: Int64 = 12
    private var counts: [Int64: Int] = [:]

    mutating func add(_ count: Int, at time: Timestamp) {
        let step = time.nanoseconds / Self.width
        counts[step, default: 0] &+= count
        forget(before: step - Self.steps)
    }

    mutating func add(_ other: RecentRate) {
        counts.merge(other.counts) { $0 &+ $1 }
        if let newest = counts.keys.max() { forget(before: newest - Self.steps) }
    }

    /// Over the twelve steps before the one that is not over.
    func perSecond(at now: Timestamp) -> Double {
        let present = now.nanoseconds / Self.width
        let sum = counts.reduce(0) { present - Self.steps <= $1.key && $1.key < present ? $0 &+ $1.value : $0 }
        return Double(sum) / 60
    }

    private mutating func forget(before step: Int64) {
        if counts.count > Int(Self.steps) { counts = counts.filter { $0.key >= step } }
    }
}
