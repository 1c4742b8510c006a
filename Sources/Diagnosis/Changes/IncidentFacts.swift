import Domain

/// What is known of a range and some time before it: what changed, and the numbers of the calls that changes could touch. All of it
/// comes from rollups.
public struct IncidentFacts: Hashable, Sendable {
    /// Calls that are looked at together: those of a service, by one dimension.
    struct Place: Hashable {
        /// Nil for all services.
        var service: String?
        /// Nil for all calls in one line.
        var dimension: Dimension?
    }

    public var question: IncidentQuestion
    /// What changed, oldest first.
    public var marks: [Mark]
    /// The numbers over time, all in the same steps.
    var courses: [Place: Timeline]
    /// From which latency on the calls of each line count as slow.
    var limits: [Place: LatencyLimits]

    /// At most so many places are looked at, those of the newest changes: a busy day is not to hold up a screen.
    private static let mostPlaces = 24

    /// Asks the source for everything that an explanation needs.
    public static func load(_ question: IncidentQuestion, from source: some TelemetrySource) throws -> IncidentFacts {
        try load(question, marks: try source.marks(question.changes, at: question.at), from: source)
    }

    /// Asks the source for the numbers that tell which of these marks explains what is wrong.
    public static func load(
        _ question: IncidentQuestion, marks: [Mark], from source: some TelemetrySource
    ) throws -> IncidentFacts {
        let marks = marks.filter { question.foldedFilter.includes($0) }
        var facts = IncidentFacts(question: question, marks: marks, courses: [:], limits: [:])
        for mark in marks.reversed() {
            for place in mark.places where facts.courses[place] == nil && facts.courses.count < mostPlaces {
                let usual = try facts.course(of: place, limits: LatencyLimits(), from: source)
                let limits = usual.latencyLimits(sharedBy: mark.kind.family)
                facts.limits[place] = limits
                facts.courses[place] = try facts.course(of: place, limits: limits, from: source)
            }
        }
        return facts
    }

    private func course(
        of place: Place, limits: LatencyLimits, from source: some TelemetrySource
    ) throws -> Timeline {
        var filter = question.foldedFilter
        if let service = place.service { filter.terms.append(FilterTerm(.equals(.service, [service]))) }
        return try source.timeline(
            TimelineQuery(
                range: question.window, step: question.step, by: place.dimension, filter: filter, limits: limits,
                at: question.at))
    }
}

extension Mark {
    /// Where the calls are that it could have changed; none when it can have changed no calls.
    var places: [IncidentFacts.Place] {
        switch kind {
        case .note, .rules: []
        case .release, .prompt, .model, .parameters, .label, .activation:
            [.init(service: service, dimension: subject == nil ? nil : kind.dimension)]
        case .source, .silence: [.init(service: nil, dimension: .service)]
        case .instrumentation, .prices, .configuration, .deploy: [.init(service: service, dimension: nil)]
        }
    }
}

extension Mark.Kind {
    /// What a value has in common with those that it is compared with: the name before the version of a release or prompt.
    var family: @Sendable (String) -> String {
        switch self {
        case .release, .prompt: { VersionedName($0).family }
        default: { $0 }
        }
    }
}

extension Filter {
    /// Whether calls that it lets pass may have been touched by a change: one of another service or environment has not.
    fileprivate func includes(_ mark: Mark) -> Bool {
        terms.allSatisfy { term in
            guard case .equals(let dimension, let values) = term.condition else { return true }
            let place: String? =
                switch dimension {
                case .service: mark.service
                case .environment: mark.environment
                default: nil
                }
            return place.map { values.contains($0) != term.isNegated } ?? true
        }
    }
}

extension Timeline {
    /// What hardly a call of each family took while all was well: half as much again as the p99, twice the p95 where steps have few
    /// calls. Of the steps of all lines of the family the lower quartile counts, which an incident in most of the time does not move.
    func latencyLimits(sharedBy family: (String) -> String) -> LatencyLimits {
        var limits: [String?: Double] = [:]
        for (_, lines) in Dictionary(grouping: lines, by: { $0.key.map(family) }) {
            let steps = lines.flatMap { $0.points.compactMap { $0?.duration } }
            let many = steps.filter { $0.count >= 100 }.map { 1.5 * $0.p99 }
            let some = steps.filter { $0.count >= 10 }.map { 2 * $0.p95 }
            let levels = (many.count >= 4 ? many : some).sorted()
            guard levels.count >= 4 else { continue }
            for line in lines { limits[line.key] = levels[levels.count / 4] }
        }
        return LatencyLimits(limits)
    }
}
