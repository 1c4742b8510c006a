import Domain

/// The requests that wait for the writer: bounded by memory and items, in order.
///
/// Sendable because every access to its state is within `signal.locked`.
final class SubmissionQueue: @unchecked Sendable {
    private let signal = Signal()
    private let options: StoreOptions
    private var waiting: [Submission] = []
    private var items = 0
    private var bytes = 0
    private var inWork: MonotonicTime?
    private var isBusy = false
    private var isClosed = false
    private var isUrgent = false

    init(_ options: StoreOptions) { self.options = options }

    /// Adds a request; false when there is no room or no more are taken.
    func add(_ submission: Submission) -> Bool {
        signal.locked {
            let (count, size) = (submission.telemetry.count, submission.telemetry.byteCount)
            // One request always has room: it may be larger than the queue.
            let hasRoom = waiting.isEmpty || items + count <= options.queueItems && bytes + size <= options.queueBytes
            guard !isClosed, hasRoom else { return false }
            waiting.append(submission)
            items += count
            bytes += size
            signal.wake()
            return true
        }
    }

    /// Takes what shares the next commit, waiting for it until `deadline`; empty when nothing came. Nil when the queue is closed and
    /// empty.
    func take(until deadline: MonotonicTime) -> [Submission]? {
        signal.locked {
            (isBusy, inWork) = (false, nil)
            signal.wake()
            while waiting.isEmpty, !isClosed, !isUrgent, MonotonicTime.now() < deadline { signal.wait(until: deadline) }
            if let first = waiting.first {
                let latest = first.submitted.advanced(by: options.gathering)
                while items < options.gatheringItems, !isClosed, !isUrgent, MonotonicTime.now() < latest {
                    signal.wait(until: latest)
                }
            }
            isUrgent = false
            guard !waiting.isEmpty else { return isClosed ? nil : [] }
            return takeBatch()
        }
    }

    private func takeBatch() -> [Submission] {
        var count = 0
        var taken = 0
        while taken < waiting.count, taken == 0 || count + waiting[taken].telemetry.count <= options.commitItems {
            count += waiting[taken].telemetry.count
            bytes -= waiting[taken].telemetry.byteCount
            taken += 1
        }
        let batch = Array(waiting[..<taken])
        waiting.removeFirst(taken)
        items -= count
        (isBusy, inWork) = (true, batch.first?.submitted)
        return batch
    }

    /// Waits until everything that was added is committed or failed.
    func drain() {
        signal.locked {
            while !waiting.isEmpty || isBusy {
                isUrgent = true
                signal.wake()
                signal.wait(until: MonotonicTime.now().advanced(by: .milliseconds(100)))
            }
        }
    }

    /// Takes no more requests.
    func close() {
        signal.locked {
            isClosed = true
            signal.wake()
        }
    }

    /// Fills in what waits.
    func describe(_ statistics: inout WriterStatistics) {
        signal.locked {
            statistics.queuedRequests = waiting.count
            statistics.queuedItems = items
            statistics.queuedBytes = bytes
            if let oldest = inWork ?? waiting.first?.submitted {
                statistics.behind = MonotonicTime.now().since(oldest)
            }
        }
    }
}
