import Domain

/// The changes of one command, all of which happen or none. Valid within the body that it is handed to.
public struct ControlTransaction {
    let file: DatabaseFile
    let caller: Caller
    /// Who the command comes from: a person, or the collector itself.
    public var principal: String { caller.principal }
    /// When the command is carried out, in whole milliseconds.
    public let time: Timestamp

    /// Writes down who changed what.
    public func record(_ action: String, _ object: String, before: JSON?, after: JSON?) throws {
        let insertion = try file.statement(
            """
            INSERT INTO change (time_ns, action, object, principal, kind, uid, pid, tty, before, after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertion.bind(time.nanoseconds, at: 1)
        insertion.bind(action, at: 2)
        insertion.bind(object, at: 3)
        insertion.bind(caller.principal, at: 4)
        insertion.bind(caller.kind.rawValue, at: 5)
        insertion.bind(caller.userID.map { Int64($0) }, at: 6)
        insertion.bind(caller.processID.map { Int64($0) }, at: 7)
        insertion.bind(caller.terminal, at: 8)
        insertion.bind(before?.text, at: 9)
        insertion.bind(after?.text, at: 10)
        try insertion.run()
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
