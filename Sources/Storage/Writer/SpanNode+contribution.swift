import Domain

extension SpanNode {
    /// What the span says to whoever resolves its trace.
    var traceNode: TraceNode {
        var node = TraceNode(
            spanID: spanID, parentID: parentID, isInference: facts.isInference, kind: facts.innermostKind)
        node.release = own.release == 0 ? nil : Int64(own.release)
        node.promptName = own.promptName == 0 ? nil : Int64(own.promptName)
        node.promptVersion = own.promptVersion == 0 ? nil : Int64(own.promptVersion)
        node.session = own.session.id == 0 ? nil : own.session.hash
        node.user = own.user.id == 0 ? nil : own.user.hash
        return node
    }

    /// The series in which it counts; nil when it does not.
    var seriesKey: SeriesKey? {
        guard facts.operation != 0, isInnermost else { return nil }
        return SeriesKey(
            environment: facts.environment, service: facts.service, operation: facts.operation, model: facts.model,
            promptName: resolved.promptName, promptVersion: resolved.promptVersion, release: resolved.release)
    }

    /// What it adds to the rollups as a call of `series`.
    func contribution(series: Int) -> Contribution {
        var contribution = Contribution(sign: 1, minute: facts.end.minute, series: series)
        contribution.isError = facts.isError
        contribution.duration = facts.duration
        contribution.timeToFirstToken = facts.timeToFirstToken
        if facts.hasUsage {
            contribution.inputTokens = facts.usage.input
            contribution.outputTokens = facts.usage.output
            contribution.cacheReadTokens = facts.usage.cacheRead
            contribution.cacheWriteTokens = facts.usage.cacheWrite
            contribution.reasoningTokens = facts.usage.reasoning
            contribution.cost = facts.cost
        }
        contribution.user = resolved.user.id
        contribution.session = resolved.session.id
        contribution.error = facts.error
        return contribution
    }
}
