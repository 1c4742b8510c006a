import Domain

/// A call that somebody judges, as far as filing the judgement needs it.
public struct JudgedCall: Hashable, Sendable {
    public var traceID: TraceID
    public var spanID: SpanID
    /// When it ended.
    public var end: Timestamp
    public var service: String
    public var environment: String
}

extension JudgedCall {
    /// Finds a span of a trace; where none is named, the call that the trace is about: its only LLM call, else its root.
    ///
    /// The segments are opened for this one look: one that somebody holds open cannot be sealed.
    ///
    /// - Returns: nil when it is not in the store.
    static func find(_ trace: TraceID, _ span: SpanID?, in directory: StoreDirectory) throws -> JudgedCall? {
        var found: [Candidate] = []
        for name in directory.segmentNames().reversed() {
            // A trace does not go on for long: once it was found, two days before are looked at and no more.
            if let last = found.first, name.day < last.call.end.day.advanced(by: -2) { break }
            do {
                found += try candidates(trace, in: name, of: directory)
            } catch StoreError.damaged {
                continue
            }
            if let span, let match = found.first(where: { $0.call.spanID == span }) { return match.call }
        }
        guard span == nil else { return nil }
        let calls = found.filter(\.isCall)
        if calls.count == 1 { return calls.first?.call }
        let spans = Set(found.map(\.call.spanID))
        let roots = found.filter { $0.parentID.map { !spans.contains($0) } ?? true }
        return roots.min { $0.start < $1.start }?.call
    }

    /// A span of the trace.
    private struct Candidate {
        var call: JudgedCall
        var parentID: SpanID?
        var start: Timestamp
        var isCall: Bool
    }

    private static func candidates(
        _ trace: TraceID, in name: SegmentName, of directory: StoreDirectory
    ) throws -> [Candidate] {
        let path = directory.path(of: name)
        let segment = SegmentReader(name, file: try DatabaseFile(path, .read(version: SegmentSchema.version)))
        defer { segment.close() }
        return try segment.file.snapshot {
            try segment.rows(of: trace).map { row in
                Candidate(
                    call: JudgedCall(
                        traceID: trace, spanID: row.spanID, end: row.end,
                        service: try segment.string(row.service) ?? "unknown",
                        environment: try segment.string(row.environment) ?? "default"),
                    parentID: row.parentID, start: row.start,
                    isCall: try row.isInnermost && segment.isInference(row.operation))
            }
        }
    }
}
