import Domain

/// What rules ask of the store in one look; what several ask for is asked once.
struct RuleQuestions<Source: TelemetrySource> {
    let source: Source
    let time: Timestamp
    private var stats: [StatsQuery: Result<StatsResult, any Error>] = [:]
    private var timelines: [TimelineQuery: Result<Timeline, any Error>] = [:]

    init(source: Source, time: Timestamp) { (self.source, self.time) = (source, time) }

    /// The numbers of each subject of a rule over the `window` that ended `ago`.
    mutating func groups(
        _ by: [Dimension], _ filter: Filter, window: Nanoseconds, ago: Nanoseconds = .seconds(0),
        slowerThan limit: Double? = nil
    ) throws -> [AlertSubject: Measures] {
        let end = time.advanced(by: -ago)
        var query = StatsQuery(range: TimeRange(last: window, before: end), by: by, filter: filter, at: end)
        query.slowerThan = limit
        let result = stats[query] ?? Result { try source.stats(query) }
        stats[query] = result
        let answer = try result.get()
        if case .damaged(let what) = answer.coverage { throw RuleTrouble.damaged(what) }
        guard !by.isEmpty else { return answer.total.calls > 0 ? [AlertSubject(): answer.total] : [:] }
        return Dictionary(
            answer.rows.filter { $0.measures.calls > 0 }.map { (AlertSubject(by, $0.key), $0.measures) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The numbers of each subject of a rule over time.
    mutating func lines(
        _ by: [Dimension], _ filter: Filter, _ range: TimeRange, step: Nanoseconds, slowerThan limit: Double? = nil
    ) throws -> SubjectLines {
        guard by.count > 1 else { return try lines(prefix: [], by.first, filter, range, step, limit) }
        // Timelines split by one dimension: there is one for each combination of the others.
        let prefixes = try prefixes(Array(by.dropLast()), filter, range)
        guard prefixes.count <= RuleTrouble.mostPrefixes else { throw RuleTrouble.tooManyPrefixes(prefixes.count) }
        var all = SubjectLines(start: range.from, step: step)
        for prefix in prefixes {
            let terms = prefix.map { FilterTerm(.equals($0.dimension, [$0.value ?? "unknown"])) }
            all.add(try lines(prefix: prefix, by.last, Filter(filter.terms + terms), range, step, limit))
        }
        return all
    }

    private mutating func prefixes(
        _ by: [Dimension], _ filter: Filter, _ range: TimeRange
    ) throws -> [[AlertSubject.Label]] {
        let query = StatsQuery(range: range, by: by, filter: filter, at: time)
        let result = stats[query] ?? Result { try source.stats(query) }
        stats[query] = result
        return try result.get().rows.map { AlertSubject(by, $0.key).labels }
    }

    private mutating func lines(
        prefix: [AlertSubject.Label], _ by: Dimension?, _ filter: Filter, _ range: TimeRange, _ step: Nanoseconds,
        _ limit: Double?
    ) throws -> SubjectLines {
        var query = TimelineQuery(range: range, step: step, by: by, filter: filter, at: time)
        query.slowerThan = limit
        let result = timelines[query] ?? Result { try source.timeline(query) }
        timelines[query] = result
        let timeline = try result.get()
        var lines = SubjectLines(start: timeline.start, step: timeline.step)
        for line in timeline.lines {
            let label = by.map { [AlertSubject.Label($0, line.key)] } ?? []
            lines.points[AlertSubject(prefix + label)] = line.points
        }
        return lines
    }
}

/// The numbers of subjects over time.
struct SubjectLines {
    /// The beginning of the first step.
    var start: Timestamp
    var step: Nanoseconds
    /// One for each step; nil where there were no calls.
    var points: [AlertSubject: [Measures?]] = [:]

    init(start: Timestamp, step: Nanoseconds) { (self.start, self.step) = (start, step) }

    mutating func add(_ other: SubjectLines) {
        (start, step) = (other.start, other.step)
        points.merge(other.points) { first, _ in first }
    }
}

/// Why a rule cannot be looked at.
enum RuleTrouble: Error, CustomStringConvertible {
    case damaged(String)
    case tooManyPrefixes(Int)
    case notKeptOverTime

    /// Combinations of all dimensions but the last that are looked at.
    static let mostPrefixes = 50

    var description: String {
        switch self {
        case .damaged(let what): "parts of the store cannot be read (\(what)): run 'headframe doctor'"
        case .tooManyPrefixes(let count):
            "\(count) combinations of all but the last value of by, more than \(Self.mostPrefixes): put the dimension with "
                + "most values last"
        case .notKeptOverTime: "what users use is kept as sums of the month, so that there is no past to look at"
        }
    }
}
