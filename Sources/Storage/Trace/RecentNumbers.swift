/// Numbers that were seen lately, between `limit` and twice as many.
struct RecentNumbers {
    private var young: Set<Int64> = []
    private var old: Set<Int64> = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func contains(_ number: Int64) -> Bool { young.contains(number) || old.contains(number) }

    mutating func insert(_ number: Int64) {
        if young.count >= limit { (old, young) = (young, []) }
        young.insert(number)
    }

    mutating func removeAll() { (young, old) = ([], []) }
}
