/// How much of a symptom there is, and among how many calls.
struct Load: Hashable {
    var bad: Double
    var base: Double

    static let none = Load(bad: 0, base: 0)
    /// What there is a call.
    var rate: Double { base > 0 ? bad / base : 0 }

    static func + (a: Load, b: Load) -> Load { Load(bad: a.bad + b.bad, base: a.base + b.base) }
    static func - (a: Load, b: Load) -> Load { Load(bad: max(0, a.bad - b.bad), base: max(0, a.base - b.base)) }
    static func * (a: Load, part: Double) -> Load { Load(bad: a.bad * part, base: a.base * part) }
}

extension Sequence<Load> {
    var total: Load { reduce(.none, +) }
}
