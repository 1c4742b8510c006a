import Domain

extension ControlTransaction {
    /// Writes down that something was changed.
    ///
    /// - Throws: `ControlRefusal` when that is to happen in more than a day.
    public func mark(_ draft: MarkDraft) throws -> Mark {
        guard draft.time.map({ $0 <= time.advanced(by: .hours(24)) }) ?? true else {
            throw ControlRefusal(
                .invalid, "time: is more than a day ahead; a mark says what was done, or is about to be")
        }
        return try add(
            Mark(
                time: draft.time ?? time, kind: draft.kind, service: draft.service, text: draft.text,
                environment: draft.environment, principal: caller.principal))
    }

    /// Writes down a change by the caller.
    ///
    /// - Parameter action: what the audit log calls it.
    func add(_ mark: Mark, action: String = "mark.set") throws -> Mark {
        let insertion = try file.statement(
            """
            INSERT INTO mark (time_ns, kind, text, service, environment, principal, said_ns)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        insertion.bind(mark.time.nanoseconds, at: 1)
        insertion.bind(mark.kind.rawValue, at: 2)
        insertion.bind(mark.text, at: 3)
        insertion.bind(mark.service, at: 4)
        insertion.bind(mark.environment, at: 5)
        insertion.bind(caller.principal, at: 6)
        insertion.bind(time.nanoseconds, at: 7)
        try insertion.run()
        try record(action, mark.text, before: nil, after: mark.json)
        return mark
    }
}
