import Domain

extension Committer {
    /// Stores the judgements of a request, each beside the call that it judges. Where nobody knows the call yet, it waits in the segment
    /// of its own time.
    func storeScores(_ prepared: PreparedTelemetry, _ counts: inout StoredCounts) throws {
        for score in prepared.scores {
            let identity = score.identity
            let days = score.time.day.number - 2...score.time.day.number + 1
            if try isStored(identity, in: segments.readable(days)) {
                counts.duplicates += 1
                continue
            }
            let judged = try judged(by: score, days: days)
            let segment =
                try judged.map { try segments[$0.entry.nodes[$0.index].place.segment] }
                ?? segments.current(score.time.day)
            try segment.begin()
            let row = try insert(
                score, identity, in: segment, judged: judged.map { $0.entry.nodes[$0.index].place.row })
            if let judged {
                judged.entry.nodes[judged.index].hasScores = true
                try contribute(score, to: segment, of: judged.entry.nodes[judged.index], sign: 1)
            } else {
                segment.pendingScores.add(score, row: row)
                try contribute(score, to: segment, of: nil, sign: 1)
            }
            counts.stored += 1
        }
    }

    /// Gives a span that is not counted yet the judgements that came before it, or before its response was known, and wait in `source`.
    func adoptScores(responseID: UInt64?, from source: SegmentWriter, entry: TraceEntry, index: Int) throws {
        let (span, place) = (entry.nodes[index].spanID, entry.nodes[index].place)
        for row in source.pendingScores.take(entry.traceID, span, response: responseID) {
            guard let score = try source.pendingScore(row) else { continue }
            try source.begin()
            try contribute(score, to: source, of: nil, sign: -1)
            let target = try segments[place.segment]
            if source === target {
                let update = try source.file.statement("UPDATE score SET judged_span = ? WHERE id = ?")
                update.bind(place.row, at: 1)
                update.bind(row, at: 2)
                try update.run()
            } else {
                let deletion = try source.file.statement("DELETE FROM score WHERE id = ?")
                deletion.bind(row, at: 1)
                try deletion.run()
                try target.begin()
                _ = try insert(score, score.identity, in: target, judged: place.row)
            }
            entry.nodes[index].hasScores = true
        }
    }

    /// Files the judgements of a span anew, or takes them back.
    func contributeScores(of node: SpanNode, to segment: SegmentWriter, sign: Int64) throws {
        guard node.hasScores else { return }
        for score in try segment.scores(of: node.place.row) { try contribute(score, to: segment, of: node, sign: sign) }
    }

    func contribute(_ score: Score, to segment: SegmentWriter, of node: SpanNode?, sign: Int64) throws {
        guard let value = score.value, value.isFinite else { return }
        let name = try string(score.name, in: segment)
        var key: SeriesKey
        if let node {
            key = node.scoreSeriesKey
        } else {
            key = SeriesKey(
                environment: try string(score.environment, in: segment),
                service: try string(score.service, in: segment),
                operation: 0, model: 0, promptName: 0, promptVersion: 0, release: 0)
        }
        let series = try series(of: key, isInference: true, in: segment)
        let minute = (node?.facts.end ?? score.time).minute
        var contribution = Contribution(sign: sign, minute: minute, series: series)
        contribution.judgement = Contribution.Judgement(
            name: name, nanovalue: Contribution.Judgement.billionths(value))
        segment.append(contribution)
    }

    private func isStored(_ identity: Int64, in segments: [SegmentWriter]) throws -> Bool {
        for segment in segments {
            let statement = try segment.file.statement("SELECT 1 FROM score WHERE identity = ?")
            statement.bind(identity, at: 1)
            defer { statement.reset() }
            if try statement.step() { return true }
        }
        return false
    }

    /// The call that a score judges: the span that it names, else the one that gave the response.
    func judged(by score: Score, days: ClosedRange<Int32>) throws -> (entry: TraceEntry, index: Int)? {
        if let trace = score.traceID, let span = score.spanID {
            let entry = try entry(of: trace, days: days)
            let index = entry.nodes.firstIndex { $0.spanID == span }
            if let index, entry.nodes[index].facts.operation != 0 || score.responseID == nil { return (entry, index) }
        }
        guard let response = score.responseID, !response.isEmpty else { return nil }
        for segment in try segments.readable(days).reversed() {
            for row in try segment.rows(ofResponse: response).reversed() {
                guard let identity = try segment.identity(of: row), identity.response == response else { continue }
                let entry = try entry(of: identity.trace, days: days)
                if let index = entry.nodes.firstIndex(where: { $0.spanID == identity.span }) { return (entry, index) }
            }
        }
        return nil
    }

    func insert(_ score: Score, _ identity: Int64, in segment: SegmentWriter, judged: Int64?) throws -> Int64 {
        let statement = try segment.file.statement(
            """
            INSERT INTO score (identity, name, value, label, explanation, source, error_type, trace_id, span_id, response_id,
                time_ns, service, environment, judged_span) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id
            """)
        statement.bind(identity, at: 1)
        statement.bind(Int64(try string(score.name, in: segment)), at: 2)
        statement.bind(score.value.flatMap { $0.isFinite ? $0 : nil }, at: 3)
        statement.bind(score.label, at: 4)
        statement.bind(score.explanation, at: 5)
        statement.bind(score.source, at: 6)
        statement.bind(score.errorType, at: 7)
        if let trace = score.traceID {
            statement.bind(copying: trace.bytes, at: 8)
        } else {
            statement.bind(nil as Int64?, at: 8)
        }
        if let span = score.spanID {
            statement.bind(copying: span.bytes, at: 9)
        } else {
            statement.bind(nil as Int64?, at: 9)
        }
        statement.bind(score.responseID, at: 10)
        statement.bind(score.time.nanoseconds, at: 11)
        statement.bind(Int64(try string(score.service, in: segment)), at: 12)
        statement.bind(Int64(try string(score.environment, in: segment)), at: 13)
        statement.bind(judged, at: 14)
        defer { statement.reset() }
        guard try statement.step() else { return 0 }
        let row = statement.integer(0)
        _ = try statement.step()
        return row
    }
}

extension SpanNode {
    /// The series in which its judgements count: its own when it is an LLM call, else that of the place where it stands.
    var scoreSeriesKey: SeriesKey {
        if facts.isInference, let key = seriesKey { return key }
        return SeriesKey(
            environment: facts.environment, service: facts.service, operation: 0, model: 0,
            promptName: resolved.promptName, promptVersion: resolved.promptVersion, release: resolved.release)
    }
}

extension Score {
    /// A number that stands for all that makes it this judgement: the same sent again has the same.
    var identity: Int64 {
        var hash = StableHash.hash(name)
        for text in [label, source, responseID, errorType, service, environment] {
            hash = StableHash.combine(hash, text.map { StableHash.hash($0) } ?? 1)
        }
        let numbers: [UInt64] = [
            value.map(\.bitPattern) ?? 1, traceID?.high ?? 0, traceID?.low ?? 0, spanID?.value ?? 0,
            UInt64(bitPattern: time.nanoseconds),
        ]
        for number in numbers { hash = StableHash.combine(hash, number) }
        return Int64(bitPattern: hash)
    }
}
