import Domain

/// Which segment: the UTC day whose telemetry it holds and, as segments also roll by size, its number within the day.
struct SegmentName: Hashable, Comparable, Sendable, CustomStringConvertible {
    let day: Day
    /// 1 for the first.
    let number: Int

    init(day: Day, number: Int) { (self.day, self.number) = (day, number) }

    /// What a file by itself is taken for, whatever it is called and whichever days are in it.
    static let alone = SegmentName(day: Day(number: 0), number: 1)

    /// The segment whose file is called `name` (`2026-11-24.db`, `2026-11-24.2.db`); nil when no segment is.
    init?(file name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.last == "db", parts.count == 2 || parts.count == 3, let day = Day(parts[0]) else { return nil }
        guard parts.count == 3 else {
            self.init(day: day, number: 1)
            return
        }
        guard let number = Int(parts[1]), number > 1, String(number) == parts[1] else { return nil }
        self.init(day: day, number: number)
    }

    var fileName: String { number == 1 ? "\(day).db" : "\(day).\(number).db" }
    var next: SegmentName { SegmentName(day: day, number: number + 1) }
    var description: String { fileName }

    static func < (a: SegmentName, b: SegmentName) -> Bool { (a.day, a.number) < (b.day, b.number) }
}
