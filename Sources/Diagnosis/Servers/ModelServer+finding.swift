import Domain

extension ModelServer {
    /// From this share of the key-value cache on the server begins to put requests off.
    private static let full = 0.95
    /// With fewer waiting requests a queue is none.
    private static let queue = 5.0

    /// What is wrong with the server: its cache is full, or its queue grows. Nil when nothing is, or nothing was told lately.
    public var finding: Finding? {
        let growth = growth
        guard isFull || growth != nil else { return nil }
        let filled = isFull ? cacheShare?.since { $0 >= Self.full } : nil
        let trouble = ServerTrouble(
            cacheShare: isFull ? cacheShare?.latest : nil, waiting: growth?.now ?? waiting?.latest,
            waitingBefore: growth?.before)
        return Finding(
            subject: .server(service), evidence: .server(trouble),
            since: [growth?.since, filled].compactMap(\.self).min(),
            factor: max(growth.map { $0.now / max(1, $0.before) } ?? 0, isFull ? 3 : 0),
            isCritical: isFull || (growth?.now ?? 0) >= 10 * Self.queue)
    }

    /// Whether its cache is full.
    public var isFull: Bool { (cacheShare?.latest ?? 0) >= Self.full }
    /// Whether its queue grows.
    public var isFallingBehind: Bool { growth != nil }

    /// A queue that lately has at least three times the requests that it had in the first half of the range, and five at least.
    private var growth: (before: Double, now: Double, since: Timestamp?)? {
        guard let waiting, let now = waiting.latest else { return nil }
        let known = waiting.points.compactMap(\.self)
        guard known.count >= 4 else { return nil }
        let before = known.prefix(known.count / 2).sorted()[known.count / 4]
        let least = max(Self.queue, 3 * before)
        guard now >= least, known.suffix(2).allSatisfy({ $0 >= least }) else { return nil }
        return (before, now, waiting.since { $0 >= least })
    }
}

extension ModelServer.Course {
    /// Since when all that is known meets `condition`; nil when the latest does not, or all do: then it began before the range.
    fileprivate func since(_ condition: (Double) -> Bool) -> Timestamp? {
        guard let last = points.lastIndex(where: { $0.map { !condition($0) } ?? false }) else { return nil }
        return points[(last + 1)...].firstIndex { $0 != nil }.map(start(of:))
    }
}
