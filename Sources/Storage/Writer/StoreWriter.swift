import Domain
import Synchronization

/// The one writer of a store. Requests are collected into transactions; a request is answered when it is on the disk.
///
/// One thread does all the writing, folding and checkpointing, so that no two connections ever write or checkpoint at the same
/// moment (SQLite before 3.51.3 can corrupt a WAL when they do).
public final class StoreWriter: Sendable {
    private let queue: SubmissionQueue
    private let report = WriterReport()
    let directory: StoreDirectory
    let control: ControlFile
    let reserve: ReserveFile
    /// The thread and the lock that it works under; nil once closed.
    private let running: Mutex<(thread: WorkerThread, lock: StoreLock)?>

    /// Takes the lock of the store, opens it and starts the thread that writes.
    ///
    /// - Throws: `StoreError.inUse` with the process that writes it, `.newerSchema`, `.damaged`, `.readOnly`, `.diskFull`.
    public init(
        directory: StoreDirectory, resolver: @escaping TraceResolver, pricer: @escaping CallPricer,
        options: StoreOptions = StoreOptions(), clock: any WallClock = SystemClock()
    ) throws(StoreError) {
        let (lock, queue, opening) = (try StoreLock(directory), SubmissionQueue(options), Opening())
        self.queue = queue
        self.directory = directory
        let control = try ControlFile(directory, options, clock: clock)
        self.control = control
        reserve = ReserveFile(path: directory.reservePath, bytes: options.reserveBytes)
        let report = report
        // The files are opened on the thread that uses them from then on.
        let thread = WorkerThread {
            let loop: WriterLoop
            do {
                loop = try WriterLoop(
                    directory, control, resolver, pricer, options, clock, queue: queue, report: report)
            } catch {
                opening.finish(StoreError(error, path: directory.path))
                return
            }
            opening.finish(nil)
            loop.run()
        }
        guard let thread else { throw StoreError.inputOutput(path: directory.path, detail: "no thread to write with") }
        running = Mutex((thread, lock))
        if let error = opening.wait() {
            thread.join()
            throw error
        }
    }

    /// Hands a request over. `completion` is called on the thread that writes, once what is new of it is on the disk or it failed; after
    /// a failure the whole request may be sent again.
    ///
    /// - Parameter isWanted: asked once, when the turn of the request has come; when it is not wanted any more, nothing of it is stored
    ///   and `completion` is never called.
    /// - Returns: false when the queue is full or the writer closed; `completion` is then never called.
    public func submit(
        _ telemetry: PreparedTelemetry, isWanted: @escaping @Sendable () -> Bool = { true },
        completion: @escaping @Sendable (Result<StoredCounts, StoreError>) -> Void
    ) -> Bool {
        queue.add(Submission(telemetry: telemetry, submitted: .now(), isWanted: isWanted, completion: completion))
    }

    /// Prepares a request on the calling thread and hands it over.
    public func submit(
        _ telemetry: Telemetry, isWanted: @escaping @Sendable () -> Bool = { true },
        completion: @escaping @Sendable (Result<StoredCounts, StoreError>) -> Void
    ) -> Bool {
        do {
            return submit(try PreparedTelemetry(telemetry), isWanted: isWanted, completion: completion)
        } catch {
            completion(.failure(error))
            return true
        }
    }

    /// Waits until every request that was handed over is answered.
    public func flush() { queue.drain() }

    /// Takes no more requests, finishes those that wait, checkpoints, closes the files and gives up the lock.
    public func close() {
        queue.close()
        running.withLock { running in
            running?.thread.join()
            running = nil
        }
    }

    /// What LLM calls add up to since it started.
    public var callTotals: CallTotals { report.calls.snapshot }

    /// What it has done so far and how it is.
    public var statistics: WriterStatistics {
        var statistics = report.snapshot
        queue.describe(&statistics)
        if let failure = control.failure { statistics.trouble = failure }
        return statistics
    }
}

/// How opening ended: the thread that opens tells the one that waits.
///
/// Sendable because its state is only touched within `signal.locked`.
private final class Opening: @unchecked Sendable {
    private let signal = Signal()
    private var isFinished = false
    private var error: StoreError?

    func finish(_ error: StoreError?) {
        signal.locked {
            (isFinished, self.error) = (true, error)
            signal.wake()
        }
    }

    func wait() -> StoreError? {
        signal.locked {
            while !isFinished { signal.wait(until: MonotonicTime.now().advanced(by: .seconds(1))) }
            return error
        }
    }
}
