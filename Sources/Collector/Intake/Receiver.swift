import Conventions
import Domain
import Logging
import NIOPosix
import Storage
import Synchronization
import Wire

/// Takes export requests from the network to the store on a few threads of its own, so that reading a large request never
/// holds up a connection. Everything between is bounded: requests that wait by number, their bytes by the decode budget, and
/// what the store has not written yet by its own queue. What does not fit is told to come again.
final class Receiver: Sendable {
    private let writer: StoreWriter
    private let intake: Mutex<Intake>
    private let ledger: SourceLedger
    private let limits: WireLimits
    private let metrics: Metrics
    private let logger: Logger
    private let threads: NIOThreadPool
    private let warnings = WarningLimiter()
    /// Requests that may wait for a thread.
    static let queueCapacity = 256

    init(
        writer: StoreWriter, intake: Intake, ledger: SourceLedger, limits: WireLimits, metrics: Metrics, logger: Logger,
        threads: Int
    ) {
        (self.writer, self.ledger) = (writer, ledger)
        self.intake = Mutex(intake)
        (self.limits, self.metrics, self.logger) = (limits, metrics, logger)
        self.threads = NIOThreadPool(numberOfThreads: threads)
        self.threads.start()
    }

    /// Interprets, files and prices by other settings from now on.
    func use(_ intake: Intake) { self.intake.withLock { $0 = intake } }

    /// Tells spans by other releases from now on.
    func use(_ releases: ReleaseIndex) { intake.withLock { $0.interpreter.releases = releases } }

    /// Stores what `request` holds and calls back, on some thread, once that is durable or refused.
    func receive(_ request: ExportRequest, _ reply: @escaping @Sendable (ExportResult) -> Void) {
        guard metrics.queued.add(1) <= Receiver.queueCapacity else {
            metrics.queued.add(-1)
            return refuseBusy("too many requests are waiting", reply)
        }
        threads.submit { [self] state in
            metrics.queued.add(-1)
            guard state == .active else { return reply(.refused(.stopping)) }
            guard !request.withdrawal.isWithdrawn else { return reply(.withdrawn) }
            process(request, reply)
        }
    }

    /// Finishes what is being read, has everything that still waits told to come again, and ends the threads.
    func stop() { try? threads.syncShutdownGracefully() }

    private func process(_ request: ExportRequest, _ reply: @escaping @Sendable (ExportResult) -> Void) {
        let intake = intake.withLock(\.self)
        let export: Export
        do throws(WireError) {
            export = try request.read(limits: limits, redaction: intake.redaction)
        } catch {
            let refusal = refusal(error)
            ledger.refuse("request: \(refusal.message)", count: 1, at: request.received)
            return reply(.refused(refusal))
        }
        switch export {
        case .metrics(let batch): store(batch, of: request, reply)
        case .telemetry(let batch): store(batch, intake, of: request, reply)
        }
    }

    private func store(
        _ batch: TelemetryBatch, _ intake: Intake, of request: ExportRequest,
        _ reply: @escaping @Sendable (ExportResult) -> Void
    ) {
        let rejected = batch.rejected
        metrics.received.add(request.signal, batch.spans.count + batch.logs.count + (rejected?.count ?? 0))
        if let rejected {
            metrics.rejectedItems.add(rejected.count)
            ledger.refuse("\(request.signal.rawValue): \(rejected.reason)", count: rejected.count, at: request.received)
        }
        metrics.redactions.add(batch.redactions)
        let telemetry = intake.telemetry(of: batch, received: request.received)
        guard telemetry.count > 0 else { return reply(.stored(rejected: rejected, warning: nil)) }
        let warning = rejected == nil ? self.warning(telemetry, batch.redactions, client: request.client) : nil
        let reservation = request.reservation
        // Counted here rather than by the one thread that writes.
        let counted = SourceCounts.counted(telemetry)
        let isTaken = writer.submit(telemetry, isWanted: request.withdrawal.close) { [self] result in
            // What was reserved for the request is held until it is written, as its bytes are.
            withExtendedLifetime(reservation) {}
            switch result {
            case .success:
                ledger.add(counted)
                reply(.stored(rejected: rejected, warning: warning))
            case .failure(let error): reply(.refused(refusal(error)))
            }
        }
        if !isTaken { refuseBusy("the store has as much to write as it can hold", reply) }
    }

    private func store(
        _ batch: MetricBatch, of request: ExportRequest, _ reply: @escaping @Sendable (ExportResult) -> Void
    ) {
        metrics.received.add(.metrics, batch.count)
        metrics.points.add(.ignored, batch.ignored)
        let (telemetry, rejected, redactions) = intake.withLock(\.self).telemetry(
            of: batch, received: request.received)
        metrics.redactions.add(redactions)
        if let rejected {
            metrics.rejectedItems.add(rejected.count)
            metrics.points.add(.refused, rejected.count)
            ledger.refuse("metrics: \(rejected.reason)", count: rejected.count, at: request.received)
        }
        guard telemetry.count > 0 else { return reply(.stored(rejected: rejected, warning: nil)) }
        guard request.withdrawal.close() else { return reply(.withdrawn) }
        let reservation = request.reservation
        let isTaken = writer.submit(telemetry) { [self] result in
            withExtendedLifetime(reservation) {}
            switch result {
            case .success(let counts):
                metrics.points.add(.stored, counts.points)
                metrics.points.add(.repeated, counts.repeatedPoints)
                metrics.points.add(.dropped, counts.droppedPoints)
                if let dropped = Rejection(nil, dropped: counts.droppedPoints) {
                    ledger.refuse("metrics: \(dropped.reason)", count: dropped.count, at: request.received)
                }
                reply(.stored(rejected: Rejection(rejected, dropped: counts.droppedPoints), warning: nil))
            case .failure(let error): reply(.refused(refusal(error)))
            }
        }
        if !isTaken { refuseBusy("the store has as much to write as it can hold", reply) }
    }

    private func refuseBusy(_ message: String, _ reply: (ExportResult) -> Void) {
        metrics.rejectedRequests.add(.busy)
        reply(.refused(.unavailable(message)))
    }

    private func warning(_ telemetry: Telemetry, _ redactions: RedactionCounts, client: String) -> String? {
        var flags = telemetry.spans.reduce(into: TelemetryFlags()) { $0.formUnion($1.flags) }
        flags = telemetry.logs.reduce(into: flags) { $0.formUnion($1.log.flags) }.intersection([.cut, .text])
        guard !flags.isEmpty || !redactions.isEmpty, warnings.admit(client, at: telemetry.received) else { return nil }
        var changes: [String] = []
        if flags.contains(.cut) { changes.append("what was beyond the limits was cut") }
        if flags.contains(.text) { changes.append("ill-formed UTF-8 was repaired") }
        if !redactions.isEmpty {
            let kinds = redactions.nonzero.map(\.kind.rawValue).joined(separator: ", ")
            changes.append("what may not be kept was taken out (\(kinds))")
        }
        return "stored with changes: " + changes.joined(separator: "; ")
    }

    private func refusal(_ error: WireError) -> Refusal {
        switch error {
        case .malformed(let message), .tooDeep(let message):
            metrics.rejectedRequests.add(.malformed)
            return .invalid(message)
        case .tooLarge(let message):
            metrics.rejectedRequests.add(.tooLarge)
            return .tooLarge(message)
        case .busy(let message):
            metrics.rejectedRequests.add(.busy)
            return .unavailable(message)
        }
    }

    private func refusal(_ error: StoreError) -> Refusal {
        guard error.isTemporary else {
            let id = String(UInt64.random(in: .min ... .max), radix: 36)
            logger.error("storing failed", metadata: ["error": "\(error)", "id": "\(id)"])
            return .internalError(id: id)
        }
        metrics.rejectedRequests.add(.busy)
        // One message for all causes: the log says it once a minute.
        logger.warning("telemetry is not taken", metadata: ["error": "\(error)"])
        switch error {
        case .closed: return .stopping
        case .diskFull: return .unavailable("the disk of the store is full")
        case .readOnly: return .unavailable("the store cannot be written at present")
        default: return .unavailable("the store cannot take it at present")
        }
    }
}
