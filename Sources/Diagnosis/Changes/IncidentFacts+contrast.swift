import Domain

extension IncidentFacts {
    /// The calls among which a change can make a difference. What it is compared with was there before it: other versions of the same
    /// release or prompt, the model that answered until then, else the same calls before.
    ///
    /// - Returns: nil when there are no numbers, or the change touches no calls.
    func contrast(of mark: Mark) -> Contrast? {
        guard let place = mark.places.first, let timeline = courses[place], mark.kind.explainsCalls else { return nil }
        let count = timeline.lines.map(\.points.count).max() ?? 0
        guard count > 0 else { return nil }
        let since = parts(
            of: timeline, count, TimeRange(from: min(mark.time, question.window.to), to: question.window.to))
        let current = parts(of: timeline, count, question.range)
        func contrast(_ all: [TimelineLine], _ side: [TimelineLine]) -> Contrast {
            Contrast(
                all: all.summed(count), side: side.summed(count), since: since, current: current,
                isNew: mark.kind.isNew, slow: limits[place]?[side.first?.key])
        }
        guard place.dimension != nil, let subject = mark.subject else {
            return contrast(timeline.lines, timeline.lines)
        }
        let side = timeline.lines.filter { $0.key == subject }
        guard !side.isEmpty else { return nil }
        let kin = timeline.lines.filter { $0.key == subject || isOlderKin($0.key, of: mark) }
        return contrast(kin, side)
    }

    /// Whether calls of `value` are what those of the new value may be measured by.
    private func isOlderKin(_ value: String?, of mark: Mark) -> Bool {
        guard let value, let subject = mark.subject else { return false }
        switch mark.kind {
        case .release, .prompt:
            let family = mark.kind.family
            let isNewer = marks.contains {
                $0.kind == mark.kind && $0.service == mark.service && $0.subject == value && $0.time > mark.time
            }
            return family(value) == family(subject) && !isNewer
        case .model, .label, .activation: return value == mark.former
        default: return false
        }
    }

    /// How much of each step lies in `range`, 0 to 1.
    private func parts(of timeline: Timeline, _ count: Int, _ range: TimeRange) -> [Double] {
        (0..<count).map { index in
            let from = timeline.start(of: index)
            let to = min(timeline.start(of: index + 1), question.window.to)
            let (first, last) = (max(from, range.from), min(to, range.to))
            return first < last ? last.since(first).seconds / to.since(from).seconds : 0
        }
    }
}

extension Mark.Kind {
    /// Whether calls on its side cannot have been there before it.
    fileprivate var isNew: Bool {
        switch self {
        case .release, .prompt, .model, .source: true
        default: false
        }
    }

    /// Whether it can make calls worse; sources that come and go make more or fewer of them.
    fileprivate var explainsCalls: Bool {
        switch self {
        case .source, .silence, .note, .rules: false
        default: true
        }
    }

    /// Whether it can have made a symptom worse.
    func explains(_ symptom: Symptom) -> Bool {
        switch self {
        case .prices, .configuration: symptom == .cost
        default: true
        }
    }
}

extension [TimelineLine] {
    /// What all lines have together, step by step; quantiles are left out.
    fileprivate func summed(_ count: Int) -> [Measures?] {
        (0..<count).map { index in
            let known = compactMap { $0.points.indices.contains(index) ? $0.points[index] : nil }
            return known.isEmpty ? nil : known.dropFirst().reduce(known[0]) { $0.adding($1) }
        }
    }
}

extension Measures {
    /// The sums of both; of distributions the counts.
    fileprivate func adding(_ other: Measures) -> Measures {
        func sum<Number: AdditiveArithmetic>(_ a: Number?, _ b: Number?) -> Number? {
            guard let a, let b else { return a ?? b }
            return a + b
        }
        var measures = self
        measures.calls &+= other.calls
        measures.errors &+= other.errors
        measures.slowCalls = sum(slowCalls, other.slowCalls)
        measures.inputTokens = sum(inputTokens, other.inputTokens)
        measures.outputTokens = sum(outputTokens, other.outputTokens)
        measures.unpricedCalls &+= other.unpricedCalls
        measures.cost = cost.map { $0 + (other.cost ?? .zero) } ?? other.cost
        measures.duration = duration ?? other.duration
        measures.duration?.count = (duration?.count ?? 0) &+ (other.duration?.count ?? 0)
        measures.scores.merge(other.scores) { ScoreSummary(count: $0.count &+ $1.count, sum: $0.sum + $1.sum) }
        return measures
    }
}
