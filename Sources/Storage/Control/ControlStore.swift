import Domain

/// What people decide and say: small durable transactions on `control.db`, which never wait for telemetry. Any thread may use it.
public final class ControlStore: Sendable {
    let file: ControlFile
    private let directory: StoreDirectory
    private let reserve: ReserveFile
    private let clock: any WallClock
    private let filer: JudgementFiler

    /// The control part of the store that `writer` writes. What an earlier process left unfiled is filed now.
    ///
    /// - Throws: `StoreError` when there is no thread to file with.
    public init(_ writer: StoreWriter, clock: any WallClock = SystemClock()) throws(StoreError) {
        (file, directory, reserve, self.clock) = (writer.control, writer.directory, writer.reserve, clock)
        filer = try JudgementFiler(writer)
    }

    /// What the head of the audit log contradicted when the store was opened, in words; nil when nothing.
    public var auditTrouble: String? { file.auditTrouble }

    /// Files nothing more. To be called before the writer is closed.
    public func stop() { filer.stop() }

    /// What was answered to `command` within the last day; nil when it is new.
    ///
    /// - Throws: `ControlRefusal` when its key was used for another command, `StoreError`.
    public func answer(to command: CommandIdentity) throws -> JSON? {
        try file.withFile { try Self.answer(to: command, in: $0) }
    }

    /// Runs a command once. When it returns, what `body` changed is on the disk together with who changed it and what was answered.
    ///
    /// - Returns: what `body` returned, now or when the same command came before.
    /// - Throws: what `body` throws, having changed nothing; `ControlRefusal` when the key was used for another command; `StoreError`.
    public func commit(_ command: CommandIdentity, _ body: (ControlTransaction) throws -> JSON) throws -> JSON {
        try usingReserve { try attempt(command, body) }
    }

    /// Looks something up while nobody changes it.
    func read<Result>(_ body: (DatabaseFile) throws -> Result) throws -> Result { try file.withFile(body) }

    /// Changes something that the collector found out or decided by itself, all of it or nothing.
    ///
    /// - Throws: what `body` throws, having changed nothing; `StoreError`.
    public func change<Result>(_ body: (ControlTransaction) throws -> Result) throws -> Result {
        try usingReserve {
            let now = clock.now().floored(to: .milliseconds(1))
            return try file.transaction {
                try body(ControlTransaction(file: $0, audit: $1, caller: .system, time: now))
            }
        }
    }

    private func usingReserve<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch StoreError.diskFull {
            // This is what the reserve is for.
            guard reserve.giveBack() else { throw StoreError.diskFull(path: file.path) }
            return try body()
        }
    }

    private func attempt(_ command: CommandIdentity, _ body: (ControlTransaction) throws -> JSON) throws -> JSON {
        let answer = try file.transaction { file, audit in
            if let known = try Self.answer(to: command, in: file) { return known }
            // Milliseconds, as they are said.
            let now = clock.now().floored(to: .milliseconds(1))
            let answer = try body(ControlTransaction(file: file, audit: audit, caller: command.caller, time: now))
            try Self.remember(answer, to: command, at: now, in: file)
            return answer
        }
        filer.wake()
        return answer
    }

    /// The call that somebody wants to judge: the span named, else the one that the trace is about.
    ///
    /// - Returns: nil when it is not in the store.
    public func call(_ trace: TraceID, _ span: SpanID?) throws -> JudgedCall? {
        try JudgedCall.find(trace, span, in: directory)
    }

    /// What people said of the calls of a trace, oldest first.
    public func feedback(of trace: TraceID) throws -> [Feedback] {
        try file.withFile { try Feedback.all(of: trace, in: $0) }
    }

    private static func answer(to command: CommandIdentity, in file: DatabaseFile) throws -> JSON? {
        let search = try file.statement("SELECT fingerprint, answer FROM idempotency WHERE principal = ? AND key = ?")
        search.bind(command.caller.principal, at: 1)
        search.bind(command.key.text, at: 2)
        defer { search.reset() }
        guard try search.step() else { return nil }
        guard search.integer(0) == command.fingerprint else {
            throw ControlRefusal(
                .keyReused, "the Idempotency-Key was used for another command; every command has a key of its own")
        }
        return search.text(1).flatMap { try? JSON(parsing: $0) }
    }

    private static func remember(
        _ answer: JSON, to command: CommandIdentity, at time: Timestamp, in file: DatabaseFile
    ) throws {
        let deletion = try file.statement("DELETE FROM idempotency WHERE time_ns < ?")
        deletion.bind(time.advanced(by: -.hours(24)).nanoseconds, at: 1)
        try deletion.run()
        let insertion = try file.statement("INSERT INTO idempotency VALUES (?, ?, ?, ?, ?)")
        insertion.bind(command.caller.principal, at: 1)
        insertion.bind(command.key.text, at: 2)
        insertion.bind(command.fingerprint, at: 3)
        insertion.bind(answer.text, at: 4)
        insertion.bind(time.nanoseconds, at: 5)
        try insertion.run()
    }
}
