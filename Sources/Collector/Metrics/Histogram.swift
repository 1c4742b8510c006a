import Domain

/// How many observations were at most so long, for a few lengths.
final class Histogram: Sendable {
    /// Upper bounds in seconds, ascending.
    let bounds: [Double]
    /// One for each bound and one for what is longer than all.
    private let counts: [Counter]
    private let nanoseconds = Counter()

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = (0...bounds.count).map { _ in Counter() }
    }

    func observe(_ duration: Nanoseconds) {
        let seconds = duration.seconds
        counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count].add()
        nanoseconds.add(Int(duration.count))
    }

    /// Observations up to each bound, and all of them at the end.
    var cumulative: [Int64] {
        var sum: Int64 = 0
        return counts.map { counter in
            sum += counter.value
            return sum
        }
    }

    /// The sum of all observations in seconds.
    var sum: Double { Double(nanoseconds.value) / 1e9 }
}
