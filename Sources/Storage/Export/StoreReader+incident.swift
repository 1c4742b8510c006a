import Domain

extension StoreReader {
    /// Writes what happened within `range`, in whole minutes, to one new file that can be kept, sent and opened by itself: every trace of
    /// which a span ended within the range, as a whole, the log records and metrics of the range, judgements and what people said of calls,
    /// and what was changed in it or on the day before. Its numbers are those of the store.
    ///
    /// The file appears when it is whole, for its owner only, and over none that is there. Memory does not grow with it, but for the ids
    /// of its traces.
    ///
    /// - Parameters:
    ///   - mask: through which every text goes; nil to leave them as they are.
    ///   - watch: is told how far it is; false ends it, and nothing is left of the file.
    /// - Returns: what stands in the file; nil when `watch` ended it.
    /// - Throws: `StoreError.alreadyThere`, `.inUse` when another export writes the same file, `.diskFull`, `.inputOutput`.
    public func exportIncident(
        _ range: TimeRange, to path: String, resolver: @escaping TraceResolver, mask: TelemetryMask? = nil,
        watch: (Incident) -> Bool
    ) throws -> Incident? {
        let file = try IncidentFile(path, resolver: resolver)
        defer { file.removeRemains() }
        do {
            let plan = try IncidentPlan(range, in: self)
            var incident = Incident(expected: plan.expected, damage: plan.damage)
            incident.traces = Int64(plan.traces.count)
            guard try copyRows(plan, mask, to: file, &incident, watch) else { return nil }
            let segment = try file.segment()
            try segment.begin()
            try copyMetrics(plan.range, mask, to: segment)
            try copySightings(before: plan.range.to, mask, to: segment.file)
            incident.feedback = try copyFeedback(plan, mask, to: segment.file)
            incident.marks = try copyMarks(plan.range, mask, to: segment.file)
            try segment.commit()
            try file.finish()
            return incident
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func copyRows(
        _ plan: IncidentPlan, _ mask: TelemetryMask?, to file: IncidentFile, _ incident: inout Incident,
        _ watch: (Incident) -> Bool
    ) throws -> Bool {
        var goesOn = true
        let parts = Dictionary(uniqueKeysWithValues: plan.parts.map { ($0.segment, $0) })
        let damage = try forEachSegment(plan.parts.map(\.segment)) { segment in
            guard goesOn, let part = parts[segment.name] else { return }
            var copy = IncidentCopy(segment, plan, mask)
            goesOn = try copy.run(part) { telemetry in
                incident.spans += Int64(telemetry.spans.count)
                incident.logs += Int64(telemetry.logs.count)
                incident.scores += Int64(telemetry.scores.count + telemetry.judgements.count)
                try file.commit(telemetry)
                return watch(incident)
            }
        }
        incident.damage = incident.damage ?? damage
        return goesOn
    }

    /// Copies what was said of calls that the incident holds, or within its time.
    private func copyFeedback(_ plan: IncidentPlan, _ mask: TelemetryMask?, to file: DatabaseFile) throws -> Int64 {
        try file.execute(ControlSchema.feedbackTable)
        guard let source = try feedbackFile() else { return 0 }
        let insertion = try file.statement("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let text = mask?.text ?? { $0 }
        var count: Int64 = 0
        let search = try source.statement(Feedback.selection + " ORDER BY id")
        defer { search.reset() }
        while try search.step() {
            guard let feedback = Feedback(search), plan.includes(logOf: feedback.traceID, at: feedback.time) else {
                continue
            }
            insertion.bind(feedback.id.rawValue, at: 1)
            insertion.bind(copying: feedback.traceID.bytes, at: 2)
            insertion.bind(copying: feedback.spanID.bytes, at: 3)
            insertion.bind(text(feedback.principal), at: 4)
            insertion.bind(feedback.rating?.rawValue, at: 5)
            insertion.bind(feedback.correction.map(text), at: 6)
            insertion.bind(feedback.note.map(text), at: 7)
            insertion.bind(feedback.time.nanoseconds, at: 8)
            insertion.bind(search.integer(8), at: 9)
            try insertion.run()
            count += 1
        }
        return count
    }

    /// What was seen before the incident is no news within it.
    private func copySightings(before end: Timestamp, _ mask: TelemetryMask?, to file: DatabaseFile) throws {
        let update = try file.statement(
            """
            UPDATE first_seen SET time_ns = min(time_ns, ?5) WHERE kind = ?1 AND service = ?2 AND subject = ?3 AND detail = ?4
            """)
        // What is not made of a span's row does not come with the rows.
        let insertion = try file.statement(
            """
            INSERT INTO first_seen VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET time_ns = min(time_ns, excluded.time_ns)
            """)
        let spelled = Set([Mark.Kind.instrumentation, .parameters].map(\.rawValue))
        let text = mask?.text ?? { $0 }
        _ = try forEachSegment(names(TimeRange(from: Timestamp(nanoseconds: 0), to: end))) { segment in
            let rows = try segment.file.statement("SELECT kind, service, subject, detail, time_ns FROM first_seen")
            defer { rows.reset() }
            while try rows.step() {
                let kind = rows.text(0) ?? ""
                let statement = spelled.contains(kind) ? insertion : update
                statement.bind(kind, at: 1)
                for column in Int32(1)...3 { statement.bind(text(rows.text(column) ?? ""), at: column + 1) }
                statement.bind(rows.integer(4), at: 5)
                try statement.run()
            }
        }
    }
}
