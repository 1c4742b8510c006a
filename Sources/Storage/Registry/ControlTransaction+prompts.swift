import Domain

extension ControlTransaction {
    /// Makes a version of a prompt.
    ///
    /// - Throws: `ControlRefusal` when it is too large, has no canonical text, or says what the last version says.
    public func push(_ draft: PromptPushDraft) throws -> PromptVersion {
        let prompt = draft.prompt
        let text = try prompt.canonical()
        let digest = ContentDigest(of: text)
        let last = try file.promptHistory(prompt.name, at: .latest)?.versions.last
        if let last, last.digest == digest {
            throw ControlRefusal(
                .moved, "pushing \(prompt.name): nothing changed, it says what version \(last.number) says")
        }
        let summary = PromptVersionSummary(
            number: (last?.number ?? 0) + 1, digest: digest, author: principal, message: draft.message,
            commit: draft.commit, commitAuthor: draft.commitAuthor, created: time, model: prompt.model)
        let insertion = try file.statement("INSERT INTO prompt_version VALUES (?, ?, ?, ?, ?)")
        insertion.bind(prompt.name, at: 1)
        insertion.bind(Int64(summary.number), at: 2)
        insertion.bind(time.nanoseconds, at: 3)
        insertion.bind(summary.json.text, at: 4)
        insertion.bind(String(decoding: text, as: UTF8.self), at: 5)
        try insertion.run()
        try record(
            "prompt.push", "\(prompt.name)@\(summary.number)", before: last?.json, after: summary.json,
            reason: draft.message.isEmpty ? nil : draft.message)
        return PromptVersion(summary, prompt: prompt)
    }

    /// Puts a label on a version.
    ///
    /// - Parameter isProtected: whether that needs the approval of somebody else.
    /// - Throws: `ControlRefusal` when there is no such version, the label stands there already, or an approval is missing.
    public func move(
        _ draft: PromptLabelDraft, of name: String, isProtected: Bool
    ) throws -> PromptLabelMove {
        let (history, version) = try version(draft.version, of: name)
        let former = history.labels.first { $0.label == draft.label }
        guard former?.version != draft.version else {
            throw ControlRefusal(.moved, "the label \(draft.label) stands on \(name)@\(draft.version) already")
        }
        if isProtected, let objection = history.objectionToProtectedLabel(on: version) {
            throw ControlRefusal(.notAllowed, "the label \(draft.label) is protected: \(objection)")
        }
        let move = PromptLabelMove(
            label: draft.label, former: former?.version, version: draft.version, principal: principal,
            reason: draft.reason, time: time)
        try add(move.json, to: "prompt_label (name, time_ns, move)", of: name)
        try record(
            "prompt.label", "\(name)@\(draft.version)", before: former?.json, after: move.json, reason: draft.reason)
        return move
    }

    /// Writes down what the caller thinks of a version.
    ///
    /// - Throws: `ControlRefusal` when there is no such version, it says something else than what was read, or the caller's own version is
    ///   approved.
    public func review(_ draft: PromptReviewDraft, _ number: Int, of name: String) throws -> PromptReview {
        let (history, version) = try version(number, of: name)
        guard version.digest == draft.digest else {
            throw ControlRefusal(
                .moved, "\(name)@\(number) is \(version.digest.short) and not \(draft.digest.short), which you read")
        }
        let isOwn = history.versions.contains { $0.digest == draft.digest && $0.author == principal }
        guard draft.verdict != .approve || !isOwn else {
            throw ControlRefusal(.notAllowed, "you pushed \(name)@\(number) yourself; somebody else has to approve it")
        }
        let review = PromptReview(
            version: number, digest: version.digest, verdict: draft.verdict, comment: draft.comment,
            principal: principal, time: time)
        try add(review.json, to: "prompt_review (name, time_ns, review)", of: name)
        let before = history.standingReviews(of: version.digest).first { $0.principal == principal }
        try record(
            "prompt.review", "\(name)@\(number)", before: before?.json, after: review.json,
            reason: draft.comment.isEmpty ? nil : draft.comment)
        return review
    }

    private func version(
        _ number: Int, of name: String
    ) throws -> (PromptHistory, PromptVersionSummary) {
        guard let history = try file.promptHistory(name, at: .latest) else {
            throw ControlRefusal(.notFound, "there is no prompt \(name); headframe prompt list says which there are")
        }
        guard let version = history.version(.number(number)) else {
            throw ControlRefusal(
                .notFound, "there is no \(name)@\(number); its versions go to \(history.versions.last?.number ?? 0)")
        }
        return (history, version)
    }

    private func add(_ value: JSON, to columns: String, of name: String) throws {
        let insertion = try file.statement("INSERT INTO \(columns) VALUES (?, ?, ?)")
        insertion.bind(name, at: 1)
        insertion.bind(time.nanoseconds, at: 2)
        insertion.bind(value.text, at: 3)
        try insertion.run()
    }
}

extension Timestamp {
    /// Later than everything that was written.
    static let latest = Timestamp(nanoseconds: .max)
}
