import Domain

extension ControlTransaction {
    /// Adds what the caller says of `call` to what this person said of it before.
    public func give(_ draft: FeedbackDraft, of call: JudgedCall) throws -> Feedback {
        let before = try Feedback.one(of: call, by: caller.principal, in: file)
        let upsert = try file.statement(
            """
            INSERT INTO feedback (trace_id, span_id, principal, rating, correction, note, time_ns, call_end_ns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET rating = excluded.rating, correction = excluded.correction, note = excluded.note,
                time_ns = excluded.time_ns RETURNING id
            """)
        upsert.bind(copying: call.traceID.bytes, at: 1)
        upsert.bind(copying: call.spanID.bytes, at: 2)
        upsert.bind(caller.principal, at: 3)
        upsert.bind((draft.rating ?? before?.rating)?.rawValue, at: 4)
        upsert.bind(draft.correction ?? before?.correction, at: 5)
        upsert.bind(draft.note ?? before?.note, at: 6)
        upsert.bind(time.nanoseconds, at: 7)
        upsert.bind(call.end.nanoseconds, at: 8)
        try upsert.run()
        guard let after = try Feedback.one(of: call, by: caller.principal, in: file) else {
            throw StoreError.damaged(path: file.path, detail: "the table feedback")
        }
        if let rating = draft.rating {
            try file(rating.score(of: call, at: time), replacing: after.id.scoreIdentity, callEnd: call.end)
        }
        try record("feedback.give", after.id.description, before: before?.json, after: after.json)
        return after
    }

    /// Takes back what the caller said.
    ///
    /// - Throws: `ControlRefusal` when it is not there or somebody else said it.
    public func takeBack(_ id: FeedbackID) throws -> Feedback {
        let search = try file.statement(Feedback.selection + " WHERE id = ?")
        search.bind(id.rawValue, at: 1)
        let found = try search.step() ? (feedback: Feedback(search), callEnd: search.integer(8)) : nil
        search.reset()
        guard let (feedback, callEnd) = found, let feedback else {
            throw ControlRefusal(.notFound, "there is no feedback \(id); it was taken back, or was never given")
        }
        guard feedback.principal == caller.principal else {
            throw ControlRefusal(
                .notAllowed,
                "feedback \(id) was given by \(feedback.principal), you are \(caller.principal); only who gave it takes it back"
            )
        }
        let deletion = try file.statement("DELETE FROM feedback WHERE id = ?")
        deletion.bind(id.rawValue, at: 1)
        try deletion.run()
        try file(nil, replacing: id.scoreIdentity, callEnd: Timestamp(nanoseconds: callEnd))
        try record("feedback.take_back", id.description, before: feedback.json, after: nil)
        return feedback
    }

    /// Stores a judgement; `call` is the one that it names, nil when it names a response.
    public func store(_ draft: ScoreDraft, of call: JudgedCall?) throws -> Score {
        var score = Score(
            name: draft.name, time: time, service: call?.service ?? "unknown",
            environment: call?.environment ?? "default")
        (score.value, score.label, score.explanation) = (draft.value, draft.label, draft.explanation)
        score.source = draft.source
        switch draft.subject {
        case .span(let traceID, let spanID): (score.traceID, score.spanID) = (traceID, spanID)
        case .response(let id): score.responseID = id
        }
        try file(score, replacing: nil, callEnd: call?.end ?? time)
        try record("score.store", draft.name, before: nil, after: draft.json)
        return score
    }
}

extension Rating {
    /// The rating as a score of `call`.
    fileprivate func score(of call: JudgedCall, at time: Timestamp) -> Score {
        var score = Score(
            name: Feedback.scoreName, time: time, service: call.service, environment: call.environment)
        (score.value, score.source) = (self.score, "human")
        (score.traceID, score.spanID) = (call.traceID, call.spanID)
        return score
    }
}
