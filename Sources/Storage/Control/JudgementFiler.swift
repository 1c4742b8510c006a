import Domain

/// Brings judgements from `control.db` to the segments, in order, on a thread of its own. A judgement is durable before it is filed;
/// filing it twice is the same as once, so it is struck off only after the segments are on the disk.
///
/// Sendable because its state is only touched within `signal.locked`.
final class JudgementFiler: @unchecked Sendable {
    private let signal = Signal()
    private let control: ControlFile
    private let submit: Submit
    private var thread: WorkerThread?
    private var isWoken = false
    private var isStopped = false
    private var outcome: Bool?

    private typealias Submit = @Sendable (PreparedTelemetry, @escaping @Sendable (Bool) -> Void) -> Bool

    init(_ writer: StoreWriter) throws(StoreError) {
        control = writer.control
        submit = { telemetry, completion in
            writer.submit(telemetry) { result in
                if case .success = result { completion(true) } else { completion(false) }
            }
        }
        thread = WorkerThread { [self] in run() }
        if thread == nil { throw StoreError.inputOutput(path: control.path, detail: "no thread to file with") }
    }

    /// Says that there is something to file.
    func wake() {
        signal.locked {
            isWoken = true
            signal.wake()
        }
    }

    /// Ends the thread; what is not filed yet is filed by the next process.
    func stop() {
        let thread = signal.locked {
            isStopped = true
            signal.wake()
            defer { self.thread = nil }
            return self.thread
        }
        thread?.join()
    }

    private func run() {
        var pause = Nanoseconds(0)
        while wait(pause) {
            do {
                pause = try fileNext() ? Nanoseconds(0) : .hours(1)
            } catch {
                // The disk is full or the writer has no room: what is durable here can wait.
                pause = .seconds(1)
            }
        }
    }

    /// Waits until there may be something to do, or for `pause`; false when it is to end.
    private func wait(_ pause: Nanoseconds) -> Bool {
        let deadline = MonotonicTime.now().advanced(by: pause)
        return signal.locked {
            while !isWoken, !isStopped, MonotonicTime.now() < deadline { signal.wait(until: deadline) }
            isWoken = false
            return !isStopped
        }
    }

    /// Files what waits longest; false when nothing does.
    private func fileNext() throws -> Bool {
        let (last, telemetry) = try control.withFile { try Self.next(in: $0) }
        guard let last else { return false }
        let isTaken = submit(telemetry) { [self] isStored in
            signal.locked {
                outcome = isStored
                signal.wake()
            }
        }
        guard isTaken, waitForOutcome() else { throw StoreError.busy(path: control.path) }
        try control.transaction { file, _ in
            let deletion = try file.statement("DELETE FROM unfiled WHERE id <= ?")
            deletion.bind(last, at: 1)
            try deletion.run()
        }
        return true
    }

    private func waitForOutcome() -> Bool {
        signal.locked {
            while outcome == nil { signal.wait(until: MonotonicTime.now().advanced(by: .seconds(1))) }
            defer { outcome = nil }
            return outcome ?? false
        }
    }

    private static func next(in file: DatabaseFile) throws -> (last: Int64?, PreparedTelemetry) {
        let search = try file.statement(
            "SELECT id, identity, score, call_end_ns FROM unfiled ORDER BY id LIMIT \(atOnce)")
        defer { search.reset() }
        var (last, judgements, scores): (Int64?, [Judgement], [Score]) = (nil, [], [])
        while try search.step() {
            last = search.integer(0)
            let score = try search.text(2).map { text in
                guard let score = (try? JSON(parsing: text)).flatMap({ Score($0) }) else {
                    throw StoreError.damaged(path: file.path, detail: "the table unfiled")
                }
                return score
            }
            if let identity = search.optionalInteger(1) {
                let end = Timestamp(nanoseconds: search.integer(3))
                judgements.append(Judgement(identity: identity, score: score, callEnd: end))
            } else if let score {
                scores.append(score)
            }
        }
        return (last, PreparedTelemetry(scores: scores, judgements: judgements))
    }

    /// How many go into one transaction.
    private static let atOnce = 256
}
