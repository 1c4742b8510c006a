import Domain

/// What the thread that writes does: commits, and between commits folds, checkpoints and keeps order.
final class WriterLoop {
    private let committer: Committer
    private let directory: StoreDirectory
    private let options: StoreOptions
    private let clock: any WallClock
    private let queue: SubmissionQueue
    private let report: WriterReport
    private let reserve: ReserveFile
    private var nextFold: MonotonicTime
    private var nextUpkeep: MonotonicTime
    private var nextSealing: MonotonicTime
    private var retention: Retention
    /// After a failed fsync nobody knows what is on the disk: nothing more is written by this process.
    private var broken: StoreError?

    init(
        _ directory: StoreDirectory, _ control: ControlFile, _ resolver: @escaping TraceResolver,
        _ pricer: @escaping CallPricer, _ options: StoreOptions,
        _ clock: any WallClock,
        queue: SubmissionQueue, report: WriterReport
    ) throws {
        committer = Committer(
            directory, control: control, resolver: resolver, pricer: pricer, options: options, counter: report.calls)
        (self.directory, self.options, self.clock) = (directory, options, clock)
        (self.queue, self.report) = (queue, report)
        reserve = ReserveFile(path: directory.reservePath, bytes: options.reserveBytes)
        nextFold = MonotonicTime.now().advanced(by: options.foldInterval)
        (nextUpkeep, nextSealing) = (.now(), .now())
        retention = Retention(directory, options)
        // The segment of today is ready before the first request.
        try committer.segments.current(clock.now().day).file.setWritingMuch(true)
        if let error = committer.segments.damaged.values.first { throw error }
        reserve.take()
    }

    /// Runs until the queue is closed and empty.
    func run() {
        while let batch = queue.take(until: min(nextFold, nextUpkeep)) {
            let wanted = batch.filter { $0.isWanted() }
            if !wanted.isEmpty { commit(wanted) }
            keepUp()
        }
        finish()
    }

    private func commit(_ batch: [Submission]) {
        let start = MonotonicTime.now()
        let isLow = isDiskLow
        do {
            if let broken { throw broken }
            if isLow { throw StoreError.diskFull(path: directory.path) }
            try refuseWhenBlocked()
            let counts = try committer.commit(batch.map(\.telemetry))
            let seconds = MonotonicTime.now().since(start).seconds
            report.update { statistics in
                statistics.commits += 1
                statistics.commitSeconds += seconds
                statistics.syncSeconds += committer.syncSeconds
                statistics.threadSeconds = MonotonicTime.ofThread().since(MonotonicTime(nanoseconds: 0)).seconds
                statistics.trouble = nil
                for count in counts {
                    statistics.stored += Int64(count.stored)
                    statistics.duplicates += Int64(count.duplicates)
                    statistics.late += Int64(count.late)
                    statistics.points += Int64(count.points)
                    statistics.repeatedPoints += Int64(count.repeatedPoints)
                    statistics.droppedPoints += Int64(count.droppedPoints)
                }
            }
            for (submission, count) in zip(batch, counts) { submission.completion(.success(count)) }
        } catch {
            let error = StoreError(error, path: directory.path)
            // While the disk is only low, the reserve stays: it is for decisions, not for more telemetry.
            if case .diskFull = error, !isLow { reserve.giveBack() }
            if error.isFatal { broken = error }
            report.update { statistics in
                statistics.failures += Int64(batch.count)
                statistics.trouble = error
            }
            for submission in batch { submission.completion(.failure(error)) }
        }
    }

    /// A disk that is nearly full takes no more telemetry: what is left is for decisions and the audit.
    private var isDiskLow: Bool {
        guard options.leastFreeBytes > 0, let free = FileSystem.freeBytes(directory.path) else { return false }
        return free < options.leastFreeBytes
    }

    /// A reader that never ends keeps the WAL from beginning anew; before it fills the disk nothing more is taken.
    private func refuseWhenBlocked() throws {
        guard let segment = committer.segments.all.first(where: { $0.file.logBytes > options.mostLogBytes }) else {
            return
        }
        try segment.file.checkpoint(truncate: true)
        guard segment.file.logBytes <= options.mostLogBytes else { throw StoreError.busy(path: segment.file.path) }
    }

    /// Folds and checkpoints what is due. What fails here fails again at the next commit, where somebody is told.
    private func keepUp() {
        let now = MonotonicTime.now()
        let isFoldDue = now >= nextFold
        reportingTrouble {
            for segment in committer.segments.all {
                if segment.unfolded >= options.foldContributions || isFoldDue && segment.unfolded > 0 {
                    try fold(segment)
                }
                let bytes = Int64(segment.file.logPages * DatabaseFile.pageSize)
                if bytes >= options.checkpointBytes { try checkpoint(segment) }
            }
        }
        if isFoldDue { nextFold = now.advanced(by: options.foldInterval) }
        if now >= nextSealing {
            nextSealing = now.advanced(by: .seconds(5))
            reportingTrouble { try sealAndRemove(now) }
        }
        if now >= nextUpkeep {
            nextUpkeep = now.advanced(by: .seconds(1))
            reserve.take()
            let bytes = committer.segments.all.reduce(0) { $0 + $1.file.logBytes }
            report.update { $0.logBytes = bytes }
        }
    }

    private func reportingTrouble(_ body: () throws -> Void) {
        guard broken == nil else { return }
        do {
            try body()
        } catch {
            let error = StoreError(error, path: directory.path)
            if error.isFatal { broken = error }
            report.update { $0.trouble = error }
            committer.abandon()
        }
    }

    /// Seals the segments of days that are over, an hour after their end, and removes those that are too old.
    private func sealAndRemove(_ monotonic: MonotonicTime) throws {
        let now = clock.now()
        let lastDay = now.advanced(by: -.hours(1)).day
        try committer.segments.sealNext(before: lastDay)
        try retention.run(committer.segments, now: now, monotonic: monotonic)
    }

    private func fold(_ segment: SegmentWriter) throws {
        let start = MonotonicTime.now()
        try segment.fold()
        let seconds = MonotonicTime.now().since(start).seconds
        report.update { statistics in
            statistics.folds += 1
            statistics.foldSeconds += seconds
        }
    }

    private func checkpoint(_ segment: SegmentWriter) throws {
        let start = MonotonicTime.now()
        try segment.file.checkpoint(truncate: false)
        let seconds = MonotonicTime.now().since(start).seconds
        report.update { statistics in
            statistics.checkpoints += 1
            statistics.checkpointSeconds += seconds
        }
    }

    /// Leaves everything folded and out of the WAL, so that the next start is quick.
    private func finish() {
        for segment in committer.segments.all {
            try? segment.fold()
            try? segment.file.checkpoint(truncate: true)
            segment.file.close()
        }
        committer.close()
    }
}
