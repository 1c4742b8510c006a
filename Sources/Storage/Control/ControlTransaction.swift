import Domain

/// The changes of one command, all of which happen or none. Valid within the body that it is handed to.
public struct ControlTransaction {
    let file: DatabaseFile
    let audit: AuditLog
    let caller: Caller
    /// Who the command comes from: a person, or the collector itself.
    public var principal: String { caller.principal }
    /// When the command is carried out, in whole milliseconds.
    public let time: Timestamp

    /// Adds to the audit log that the caller did something; it is written with what was done, or neither is.
    ///
    /// - Parameters:
    ///   - action: what was done, such as `prompt.push`.
    ///   - object: to what, such as `support-answer@7`.
    ///   - before: what was there; nil when nothing was.
    ///   - after: what is there now; nil when nothing is.
    ///   - reason: in the caller's words.
    public func record(_ action: String, _ object: String, before: JSON?, after: JSON?, reason: String? = nil) throws {
        try audit.append(
            action, object, before: before, after: after, reason: reason, by: caller, at: time, in: file)
    }

    /// Has a judgement filed beside its call once this is committed.
    func file(_ score: Score?, replacing identity: Int64?, callEnd: Timestamp) throws {
        let insertion = try file.statement("INSERT INTO unfiled (identity, score, call_end_ns) VALUES (?, ?, ?)")
        insertion.bind(identity, at: 1)
        insertion.bind(score?.json.text, at: 2)
        insertion.bind(callEnd.nanoseconds, at: 3)
        try insertion.run()
    }
}
