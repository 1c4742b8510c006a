import Domain

/// How far a search through rows has come, and whether it goes on.
struct SearchClock {
    /// Calls that were looked at, or left out as they cannot match.
    var read: Int64 = 0
    var bytes: Int64 = 0
    var found: Int64 = 0
    private(set) var isStopped = false
    private let deadline: MonotonicTime
    private var nextReport: MonotonicTime

    init(longest: Nanoseconds) {
        let now = MonotonicTime.now()
        (deadline, nextReport) = (now.advanced(by: longest), now.advanced(by: Self.interval))
    }

    /// Tells `watch` about five times a second; false when it, or the time that is allowed, ends the search.
    mutating func goesOn(_ watch: SearchWatch, total: () throws -> Int64) rethrows -> Bool {
        guard !isStopped else { return false }
        let now = MonotonicTime.now()
        if now > deadline { isStopped = true }
        if now > nextReport {
            nextReport = now.advanced(by: Self.interval)
            let progress = SearchProgress(read: read, total: max(read, try total()), bytes: bytes, found: found)
            if !watch(progress) { isStopped = true }
        }
        return !isStopped
    }

    private static let interval = Nanoseconds.milliseconds(200)
}
