/// What is added up of the calls of one part of a window: sketches of numbers and counts of categories, by the name of the signal.
public struct WindowPart: Mergeable {
    public private(set) var calls: Int64 = 0
    public private(set) var numbers: [String: SignedQuantileSketch] = [:]
    public private(set) var categories: [String: BoundedTable<Int64>] = [:]

    /// So many categories of a signal are told apart.
    public static let mostCategories = 256

    public init() {}

    init(calls: Int64, numbers: [String: SignedQuantileSketch], categories: [String: BoundedTable<Int64>]) {
        (self.calls, self.numbers, self.categories) = (calls, numbers, categories)
    }

    /// The same with the signal `name` alone.
    func only(_ name: String) -> WindowPart {
        WindowPart(
            calls: calls, numbers: numbers.filter { $0.key == name }, categories: categories.filter { $0.key == name })
    }

    /// Counts a call.
    public mutating func addCall() { calls &+= 1 }

    /// Adds a value of the signal `name`; nothing when it is not finite.
    public mutating func add(_ value: Double, to name: String) {
        guard value.isFinite else { return }
        numbers[name, default: SignedQuantileSketch()].add(value)
    }

    /// Counts a category of the signal `name`.
    public mutating func add(_ category: String, to name: String) {
        categories[name, default: BoundedTable(limit: Self.mostCategories)].add(1, to: category)
    }

    public mutating func merge(_ other: WindowPart) {
        calls &+= other.calls
        for (name, sketch) in other.numbers { numbers[name, default: SignedQuantileSketch()].merge(sketch) }
        for (name, counts) in other.categories {
            categories[name, default: BoundedTable(limit: Self.mostCategories)].merge(counts)
        }
    }
}
