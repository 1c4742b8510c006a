import Domain
import Synchronization

/// A number that only grows.
final class Counter: Sendable {
    private let count = Atomic<Int64>(0)

    /// The present number.
    var value: Int64 { count.load(ordering: .relaxed) }

    func add(_ number: Int = 1) { count.wrappingAdd(Int64(number), ordering: .relaxed) }
}

/// A number that goes up and down.
final class Gauge: Sendable {
    private let count = Atomic<Int64>(0)

    /// The present number.
    var value: Int64 { count.load(ordering: .relaxed) }

    /// Changes the number and returns the new one.
    @discardableResult
    func add(_ number: Int) -> Int64 { count.wrappingAdd(Int64(number), ordering: .relaxed).newValue }
}

/// Counters beside each other, one for each case of a closed set: labels never come from the network.
struct CounterFamily<Label: CaseIterable & Hashable & Sendable>: Sendable {
    private let counters: [Label: Counter]

    init() {
        counters = Dictionary(uniqueKeysWithValues: Label.allCases.map { ($0, Counter()) })
    }

    func add(_ label: Label, _ number: Int = 1) { counters[label]?.add(number) }
    func value(_ label: Label) -> Int64 { counters[label]?.value ?? 0 }
}

extension CounterFamily<SensitiveKind> {
    func add(_ counts: RedactionCounts) {
        for (kind, count) in counts.nonzero { add(kind, Int(clamping: count)) }
    }

    /// All numbers of this moment.
    var counts: RedactionCounts {
        SensitiveKind.allCases.reduce(into: RedactionCounts()) { $0[$1] = value($1) }
    }
}
