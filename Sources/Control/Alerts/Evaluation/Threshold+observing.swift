import Domain

extension AlertRule.Threshold {
    /// What is found of each subject that has data.
    func observe(
        _ rule: AlertRule, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> [AlertObservation] {
        if measure == .drift { return try observeDrift(rule, &questions) }
        if measure == .freshness { return try observeFreshness(rule, &questions) }
        let groups = try questions.groups(rule.by, rule.scope, window: window)
        var earlier: [AlertSubject: Measures] = [:]
        if case .earlier(let ago) = baseline {
            earlier = try questions.groups(rule.by, rule.scope, window: window, ago: ago)
        }
        var observations = observe(groups, earlier: earlier, at: questions.time)
        if observations.isEmpty, rule.by.isEmpty, let silence = silence(at: questions.time) { observations = [silence] }
        return observations
    }

    /// What is found of each of `groups`; `earlier` is what they were where the rule compares with that.
    func observe(
        _ groups: [AlertSubject: Measures], earlier: [AlertSubject: Measures], at time: Timestamp,
        covering covered: Nanoseconds? = nil
    ) -> [AlertObservation] {
        let busiest = baseline == .busiestOther ? BusiestSiblings(groups) : nil
        return groups.compactMap { subject, measures in
            let usual: Measures? =
                switch baseline {
                case .earlier: earlier[subject] ?? Measures()
                case .busiestOther: busiest?.other(than: subject) ?? Measures()
                case .longestPause, nil: nil
                }
            return observation(subject, measures, usual: usual, at: time, covering: covered)
        }
    }

    /// The observation of a subject; nil when the measure says nothing of it.
    private func observation(
        _ subject: AlertSubject, _ measures: Measures, usual: Measures?, at time: Timestamp,
        covering covered: Nanoseconds?
    ) -> AlertObservation? {
        let covered = covered ?? self.covered(at: time)
        guard let (value, calls) = measure.value(of: measures, over: covered) else { return nil }
        var (factor, isEvidence) = (1.0, calls >= fewestCalls)
        if let usual {
            let past = measure.value(of: usual, over: covered)
            factor = past?.value ?? 0
            isEvidence = isEvidence && factor > 0 && (past?.calls ?? 0) >= fewestCalls
        }
        return judged(subject, value, calls, factor, isEvidence, at: time)
    }

    /// What a value means.
    func judged(
        _ subject: AlertSubject, _ value: Double, _ calls: Int64, _ factor: Double, _ isEvidence: Bool,
        at time: Timestamp
    ) -> AlertObservation {
        func isBeyond(_ limit: Double?) -> Bool {
            guard let limit else { return false }
            return alarms == .above ? value > limit * factor : value < limit * factor
        }
        let crossed: AlertSeverity? = isBeyond(page) ? .page : isBeyond(warn) ? .warn : nil
        let limit = crossed == .warn ? warn : page ?? warn
        return AlertObservation(
            subject: subject,
            reading: AlertReading(time: time, value: value, limit: limit.map { $0 * factor }, calls: calls),
            crossed: isEvidence ? crossed : nil,
            watched: .measure(measure, window: window, alarms: alarms), isEvidence: isEvidence)
    }

    /// Where too few calls are what is watched for, none at all are the fewest.
    private func silence(at time: Timestamp) -> AlertObservation? {
        guard alarms == .below, measure == .calls || measure == .callRate, baseline == nil else { return nil }
        return judged(AlertSubject(), 0, 0, 1, true, at: time)
    }

    /// How much time the sums of the window cover: they begin with a whole minute.
    private func covered(at time: Timestamp) -> Nanoseconds {
        time.since(time.advanced(by: -window).floored(to: .minutes(1)))
    }
}

extension AlertMeasure {
    /// What the measure says of calls over a time, and on how many calls that rests; nil when it says nothing.
    public func value(of measures: Measures, over covered: Nanoseconds) -> (value: Double, calls: Int64)? {
        let calls = measures.calls
        guard calls > 0 || isScore, covered.count > 0 else { return nil }
        switch self {
        case .latency(let quantile): return measures.duration.map { ($0[quantile], $0.count) }
        case .timeToFirstToken(let quantile): return measures.timeToFirstToken.map { ($0[quantile], $0.count) }
        case .errorRate: return measures.errorRate.map { ($0, calls) }
        case .errors: return (Double(measures.errors), calls)
        case .calls: return (Double(calls), calls)
        case .callRate: return (Double(calls) / covered.seconds, calls)
        case .cost: return measures.cost.map { ($0.usd / covered.seconds * 3600, calls) }
        case .costPerCall:
            let priced = calls - measures.unpricedCalls
            guard let cost = measures.cost, priced > 0 else { return nil }
            return (cost.usd / Double(priced), priced)
        case .tokens: return measures.tokens.map { ($0 / covered.seconds, calls) }
        case .tokensPerCall: return measures.tokens.map { ($0 / Double(calls), calls) }
        case .cachedShare: return measures.cachedShare.map { ($0, calls) }
        case .unpricedShare: return (Double(measures.unpricedCalls) / Double(calls), calls)
        case .score(let name): return measures.scores[name].flatMap { $0.count > 0 ? ($0.mean, $0.count) : nil }
        case .freshness, .drift: return nil
        }
    }

    private var isScore: Bool { if case .score = self { true } else { false } }
}

extension Measures {
    /// Input and output tokens; nil when nobody says either.
    var tokens: Double? {
        guard inputTokens != nil || outputTokens != nil else { return nil }
        return Double(inputTokens ?? 0) + Double(outputTokens ?? 0)
    }
}

extension Quantiles {
    subscript(quantile: AlertMeasure.Quantile) -> Double {
        switch quantile {
        case .p50: p50
        case .p90: p90
        case .p95: p95
        case .p99: p99
        case .max: max
        }
    }
}
