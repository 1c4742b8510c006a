import Domain

/// What rules ask of the store in one look; what several ask for is asked once.
struct RuleQuestions<Source: TelemetrySource> {
    let source: Source
    let time: Timestamp
    /// Points of timelines that one answer may have: about 0.3 kB each.
    var mostPoints = 100_000
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

    /// How many series have to be read for a rule, going by the hour before `end`; 1 where totals of environments and services suffice.
    mutating func series(of rule: AlertRule, before end: Timestamp) throws -> Int {
        let dimensions =
            rule.by + rule.scope.terms.compactMap { if case .equals(let by, _) = $0.condition { by } else { nil } }
        if dimensions.allSatisfy({ $0 == .environment || $0 == .service }) { return 1 }
        let all = Dimension.allCases.filter(\.isSeries)
        return max(1, try groups(all, .all, window: .hours(1), ago: time.since(end)).count)
    }

    /// The numbers of each subject of a rule over time. Of users a source has the lines of a bounded number.
    mutating func lines(
        _ by: [Dimension], _ filter: Filter, _ range: TimeRange, step: Nanoseconds, slowerThan limit: Double? = nil
    ) throws -> SubjectLines {
        if !by.isEmpty, by != [.user] {
            let question = StatsQuery(range: range, by: by, filter: filter, at: time)
            let found = stats[question] ?? Result { try source.stats(question) }
            stats[question] = found
            let (subjects, steps) = (try found.get().rows.count, range.length.count / max(1, step.count) + 1)
            if Int64(subjects) * steps > mostPoints { throw RuleTrouble.tooManySubjects(subjects) }
        }
        var query = TimelineQuery(range: range, step: step, by: by.first, filter: filter, at: time)
        query.further = Array(by.dropFirst())
        query.slowerThan = limit
        let result = timelines[query] ?? Result { try source.timeline(query) }
        timelines[query] = result
        let timeline = try result.get()
        var lines = SubjectLines(start: timeline.start, step: timeline.step)
        for line in timeline.lines {
            lines.points[AlertSubject(by, by.isEmpty ? [] : [line.key] + line.further)] = line.points
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
}

/// Why a rule cannot be looked at.
enum RuleTrouble: Error, CustomStringConvertible {
    case damaged(String)
    case tooManySubjects(Int)

    var description: String {
        switch self {
        case .damaged(let what): "parts of the store cannot be read (\(what)): run 'headframe doctor'"
        case .tooManySubjects(let count):
            "\(count) subjects over so long a time are too many: narrow where, split by less, or look at less time"
        }
    }
}
