/// What can be added up in any order.
public protocol Mergeable: Equatable, Sendable {
    /// Of nothing.
    init()
    /// Adds `other`.
    mutating func merge(_ other: Self)
}

/// Sums by name in bounded memory, equal whatever the order in which they were added: when there are too many names, those whose hash
/// lies in one half are put together as others, then those in half of the rest, and so on. Which names remain depends on all names only.
///
/// Source: the adaptive sampling of Wegman (Flajolet, "On adaptive sampling", Computing 1990).
public struct BoundedTable<Value: Mergeable>: Equatable, Sendable {
    /// At most so many names are kept.
    public let limit: Int
    /// The sums of the names that are kept.
    public private(set) var entries: [String: Value] = [:]
    /// The sum of all names that are not.
    public private(set) var others = Value()
    /// A name is kept when its hash ends with so many zeros.
    public private(set) var level = 0

    /// A table without names.
    public init(limit: Int) { self.limit = max(1, limit) }

    /// A table as it was kept.
    public init(limit: Int, entries: [String: Value], others: Value, level: Int) {
        self.init(limit: limit)
        self.level = max(0, min(level, 63))
        self.others = others
        for (name, value) in entries { add(value, to: name) }
    }

    /// Adds `value` to what `name` has.
    public mutating func add(_ value: Value, to name: String) { update(name) { $0.merge(value) } }

    /// Changes what `name` has by additions.
    public mutating func update(_ name: String, _ body: (inout Value) -> Void) {
        if entries[name] != nil {
            body(&entries[name, default: Value()])
        } else if level == 0 || isKept(name) {
            body(&entries[name, default: Value()])
            if entries.count > limit { raise(to: level + 1) }
        } else {
            body(&others)
        }
    }

    /// Adds all of `other`.
    public mutating func merge(_ other: BoundedTable) {
        raise(to: max(level, other.level))
        others.merge(other.others)
        for (name, value) in other.entries { add(value, to: name) }
    }

    /// The same with other values, which add up as the former ones do.
    func mapValues(_ transform: (Value) -> Value) -> BoundedTable {
        var table = self
        table.entries = entries.mapValues(transform)
        table.others = transform(others)
        return table
    }

    /// The sum of everything.
    public var total: Value { entries.values.reduce(into: others) { $0.merge($1) } }

    /// Puts together what lies above `wanted`, and further until there are no more names than allowed.
    public mutating func raise(to wanted: Int) {
        var next = min(max(wanted, level), Self.highestLevel)
        while next > level || entries.count > limit && level < Self.highestLevel {
            level = next > level ? next : level + 1
            next = level
            for (name, value) in entries where !isKept(name) {
                others.merge(value)
                entries[name] = nil
            }
        }
    }

    private static var highestLevel: Int { 63 }

    private func isKept(_ name: String) -> Bool { Self.hash(name).trailingZeroBitCount >= level }

    private static func hash(_ name: String) -> UInt64 {
        var hash = FeatureHash("t")
        for byte in name.utf8 { hash.add(byte) }
        return hash.value
    }
}

extension Int64: Mergeable {
    public mutating func merge(_ other: Int64) { self = self &+ other }
}
