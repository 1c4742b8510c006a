/// Watches for a change at an unknown time: M ← (M + 1)·e with each new e-value. Without a change the mean time until M reaches a
/// threshold A is at least A steps, whatever the distribution and however often somebody looks.
///
/// Source: Shin, Ramdas and Rinaldo, "E-detectors: a nonparametric framework for sequential change detection", 2023.
public struct ShiryaevRoberts: Hashable, Sendable, Codable {
    /// M: 0 at the start, never more than 10³⁰⁰.
    public private(set) var value = 0.0

    /// Nothing seen yet; also what acknowledging an alarm comes to.
    public init() {}

    /// As it was kept: `value` counts within 0 … 10³⁰⁰.
    public init(value: Double) { self.value = value >= 0 ? min(value, Self.largest) : 0 }

    /// One step with the e-value `evidence`. False, and nothing changes, unless it is 0 or more.
    @discardableResult
    public mutating func add(_ evidence: Double) -> Bool {
        guard evidence >= 0 else { return false }
        value = evidence < .infinity ? min((value + 1) * evidence, Self.largest) : Self.largest
        return true
    }

    /// Lowers M to `largest` when it is above: the bound on false alarms holds all the more, and M finds its way back sooner once what it saw
    /// is over.
    public mutating func limit(to largest: Double) { value = max(0, min(value, largest)) }

    static let largest = 1e300

    /// What a detector's value means at the threshold A.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Below √A.
        case calm
        /// From √A.
        case watch
        /// From A.
        case alarm
    }

    /// The state at `threshold` (A > 1): the number of steps in the time in which one false alarm is accepted, times the number of signals
    /// that share it.
    public func state(threshold: Double) -> State { Self.state(of: value, threshold: threshold) }

    static func state(of value: Double, threshold: Double) -> State {
        value >= threshold ? .alarm : value >= threshold.squareRoot() ? .watch : .calm
    }
}
