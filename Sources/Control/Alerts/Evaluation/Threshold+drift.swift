import Domain

extension AlertRule.Threshold {
    /// How many signals of each subject drift, as the watch for drift said last. Where nothing could be compared there is no evidence: an alert
    /// neither fires nor resolves.
    func observeDrift(
        _ rule: AlertRule, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> [AlertObservation] {
        let time = questions.time
        guard let board = try questions.source.drift(at: time) else { return [] }
        let findings = board.findings.filter { rule.scope.includes($0.subject) }
        let groups = Dictionary(grouping: findings) { finding in
            AlertSubject(
                rule.by, rule.by.map { $0 == .environment ? finding.subject.environment : finding.subject.service })
        }
        return groups.map { subject, findings in
            let drifting = findings.filter { $0.state == .alarm }
            let calls = findings.compactMap { $0.reading?.count }.max() ?? 0
            return judged(
                subject, Double(drifting.count), calls, 1, findings.contains { $0.state != .notEnough }, at: time)
        }
    }
}

extension Filter {
    /// Whether the calls of `subject` are among those that it asks for, which it does by environment and service.
    fileprivate func includes(_ subject: DriftSubject) -> Bool {
        terms.allSatisfy { term in
            guard case .equals(let dimension, let values) = term.condition else { return false }
            let value = dimension == .environment ? subject.environment : subject.service
            return values.contains { TextPattern($0).matches(value) } != term.isNegated
        }
    }
}
