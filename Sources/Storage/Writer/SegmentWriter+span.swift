import Domain

extension SegmentWriter {
    /// Writes the row of `span`. Returns what the writer remembers of it, not yet resolved and not yet counted, and the hash of its
    /// response id.
    func insert(_ span: PreparedSpan, of request: RequestTexts, content: StoredContent) throws -> (
        SpanNode, response: UInt64?
    ) {
        let row = nextSpan
        bindIdentity(span, row: row)
        let (own, facts) = try bindTexts(span, of: request)
        try block.add(span, row: row)
        if facts.operation != 0 { spansByLabel.add(own, row: row) }
        bindNumbers(span)
        let statement = spanInsertion
        statement.bind(content.chunk, at: 41)
        statement.bind(Int64(span.content.offset), at: 42)
        statement.bind(Int64(span.content.count), at: 43)
        statement.bind(content.resource, at: 44)
        statement.bind(content.scope, at: 45)
        var response: UInt64?
        try request.prepared.texts.withUnsafeBytes { bytes in
            let responseID = UnsafeRawBufferPointer(rebasing: bytes[span.responseID])
            if responseID.isEmpty {
                statement.bind(nil as Int64?, at: 40)
            } else {
                statement.bind(text: responseID, at: 40)
                let hash = StableHash.hash(responseID)
                spansByResponse.add(hash, row: row)
                response = hash
            }
            _ = try statement.step()
        }
        statement.reset()
        nextSpan += 1
        spansByTrace.add(span.traceID.lookupHash, row: row)
        let node = SpanNode(
            spanID: span.spanID, parentID: span.parentID, place: RowPlace(segment: name, row: row), own: own,
            resolved: own, isInnermost: true, isContributed: false, facts: facts)
        return (node, response)
    }

    private func bindIdentity(_ span: PreparedSpan, row: Int64) {
        let statement = spanInsertion
        statement.bind(row, at: 1)
        identity.set(span.traceID, span.spanID, parent: span.parentID)
        statement.bind(blob: identity.traceID, at: 2)
        statement.bind(blob: identity.spanID, at: 3)
        if span.parentID == nil {
            statement.bind(nil as Int64?, at: 4)
        } else {
            statement.bind(blob: identity.parentID, at: 4)
        }
        statement.bind(span.start.nanoseconds, at: 5)
        statement.bind(span.end.nanoseconds, at: 6)
        statement.bind(span.duration, at: 7)
        statement.bind(Int64(span.kind), at: 8)
        statement.bind(Int64(span.flags.rawValue), at: 9)
        statement.bind(span.isError ? 1 : 0, at: 10)
    }

    private func bindTexts(_ span: PreparedSpan, of request: RequestTexts) throws -> (ContextIDs, CallFacts) {
        let statement = spanInsertion
        let service = try request.string(span.service, in: self)
        let environment = try request.string(span.environment, in: self)
        let operation = try request.string(span.operation, in: self)
        let requestModel = try request.string(span.requestModel, in: self)
        let responseModel = try request.string(span.responseModel, in: self)
        let error = try request.string(span.errorType, in: self)
        let provider = try request.string(span.provider, in: self)
        let dialect = try request.string(span.dialect, in: self)
        let finishReasons = try request.string(span.finishReasons, in: self)
        let tool = try request.string(span.tool, in: self)
        let agent = try request.string(span.agent, in: self)
        let own = ContextIDs(
            release: try request.string(span.release, in: self),
            promptName: try request.string(span.promptName, in: self),
            promptVersion: try request.string(span.promptVersion, in: self),
            session: try request.label(span.session, in: self), user: try request.label(span.user, in: self))
        statement.bind(nonzero: try request.string(span.name, in: self), at: 11)
        statement.bind(nonzero: service, at: 12)
        statement.bind(nonzero: environment, at: 13)
        statement.bind(nonzero: dialect, at: 14)
        statement.bind(nonzero: operation, at: 15)
        statement.bind(nonzero: provider, at: 16)
        statement.bind(nonzero: requestModel, at: 17)
        statement.bind(nonzero: responseModel, at: 18)
        statement.bind(nonzero: own.release, at: 19)
        statement.bind(nonzero: own.promptName, at: 20)
        statement.bind(nonzero: own.promptVersion, at: 21)
        statement.bind(nonzero: own.session.id, at: 22)
        statement.bind(nonzero: own.user.id, at: 23)
        statement.bind(nonzero: finishReasons, at: 24)
        statement.bind(nonzero: error, at: 25)
        statement.bind(nonzero: tool, at: 26)
        statement.bind(nonzero: agent, at: 27)
        statement.bind(nonzero: try request.string(span.serviceTier, in: self), at: 28)
        if operation != 0 {
            let row = nextSpan
            let peaks = span.isInference ? span.peaks : .none
            try block.add(environment, in: .environment, peaks, row: row)
            try block.add(service, in: .service, peaks, row: row)
            try block.add(operation, in: .operation, peaks, row: row)
            try block.add(responseModel != 0 ? responseModel : requestModel, in: .model, peaks, row: row)
            try block.add(provider, in: .provider, peaks, row: row)
            try block.add(own.release, in: .release, peaks, row: row)
            try block.add(own.promptName, in: .promptName, peaks, row: row)
            try block.add(span.isError ? error : 0, in: .error, peaks, row: row)
            try block.add(tool, in: .tool, peaks, row: row)
            try block.add(agent, in: .agent, peaks, row: row)
            try block.add(finishReasons, in: .finish, peaks, row: row)
            try block.add(dialect, in: .dialect, peaks, row: row)
        }
        if span.isInference, requestModel != 0, responseModel != 0 {
            sightings.saw(.model, service, requestModel, responseModel, at: span.end)
        }
        return (
            own,
            CallFacts(
                end: span.end, duration: span.duration, timeToFirstToken: span.timeToFirstToken, usage: span.usage,
                cost: span.cost, service: service, environment: environment, operation: operation,
                model: responseModel != 0 ? responseModel : requestModel, error: error, isError: span.isError,
                isInference: span.isInference, hasUsage: span.hasUsage, innermostKind: span.innermostKind)
        )
    }

    private func bindNumbers(_ span: PreparedSpan) {
        let statement = spanInsertion
        statement.bind(span.usage.input, at: 29)
        statement.bind(span.usage.output, at: 30)
        statement.bind(span.usage.cacheRead, at: 31)
        statement.bind(span.usage.cacheWrite, at: 32)
        statement.bind(span.usage.reasoning, at: 33)
        statement.bind(span.usage.cacheWriteLong, at: 34)
        statement.bind(span.usage.audioInput, at: 35)
        statement.bind(span.usage.audioOutput, at: 36)
        statement.bind(span.computedCost, at: 37)
        statement.bind(span.reportedCost, at: 38)
        statement.bind(span.timeToFirstToken, at: 39)
    }
}
