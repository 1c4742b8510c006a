import Domain

extension Committer {
    /// Gives what a log record says of a call to its span, or keeps it beside the log record until the span comes.
    func store(_ supplement: CallSupplement, of log: PreparedLog, row: Int64, in segment: SegmentWriter) throws {
        guard let trace = log.traceID, let span = log.spanID else { return }
        let day = log.time.day.number
        let entry = try entry(of: trace, days: day - 2...day + 1)
        guard let index = entry.nodes.firstIndex(where: { $0.spanID == span }) else {
            return try segment.insertPending(supplement, of: log, row: row)
        }
        let record = SupplementRecord(supplement, time: log.time.nanoseconds, identity: log.identity)
        try add(record, to: entry, index)
    }

    /// Gives a new span what log records that wait in `source` say of it.
    func adoptSupplements(from source: SegmentWriter, entry: TraceEntry, index: Int) throws {
        for log in source.pendingSupplements.take(entry.traceID, entry.nodes[index].spanID) {
            try source.begin()
            if let record = try source.takePending(log) { try add(record, to: entry, index) }
        }
    }

    /// Makes of a span what it and `record` say, unless another record counts.
    private func add(_ record: SupplementRecord, to entry: TraceEntry, _ index: Int) throws {
        let node = entry.nodes[index]
        let segment = try segments[node.place.segment]
        // A span that has nothing to do with LLMs is no call.
        guard node.facts.operation != 0, let own = try segment.ownCall(node.place.row) else { return }
        let counting = try segment.rankOfSupplement(node.place.row)
        if let counting, counting <= record.rank { return }
        var added = SupplementRow(record, to: own)
        try segment.begin()
        if !added.isEmpty || counting != nil {
            try takeBack(entry, index)
            touch(entry)
        }
        func number(_ text: String?, unlike own: String?) throws -> UInt32 {
            guard let text, text != own else { return 0 }
            return try string(text, in: segment)
        }
        let call = added.call
        added.provider = try number(call.provider, unlike: own.call.provider)
        added.requestModel = try number(call.requestModel, unlike: own.call.requestModel)
        added.responseModel = try number(call.responseModel, unlike: own.call.responseModel)
        added.finishReasons = try number(
            FinishReasons.joined(call.finishReasons), unlike: FinishReasons.joined(own.call.finishReasons))
        if added.mayChangeCost { added.computedCost = pricer(call, own.start)?.nanodollars }
        try segment.insert(added, span: node.place.row)
        entry.nodes[index].facts.usage = call.usage
        entry.nodes[index].facts.cost = added.cost
        entry.nodes[index].facts.model = added.model
        if node.facts.isInference, added.wholeRequestModel != 0, added.wholeResponseModel != 0 {
            segment.sightings.saw(
                .model, node.facts.service, added.wholeRequestModel, added.wholeResponseModel, at: node.facts.end)
        }
        guard own.call.responseID == nil, let response = call.responseID, !response.isEmpty else { return }
        for source in try segments.readable(Self.days(own.start, node.facts.end)) where !source.pendingScores.isEmpty {
            try adoptScores(responseID: StableHash.hash(response), from: source, entry: entry, index: index)
        }
    }
}
