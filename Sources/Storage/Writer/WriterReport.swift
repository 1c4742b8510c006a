import Synchronization

/// The statistics of the writer, written by its thread and read by all.
final class WriterReport: Sendable {
    private let statistics = Mutex(WriterStatistics())
    let calls = CallCounter()

    var snapshot: WriterStatistics { statistics.withLock { $0 } }

    func update(_ body: (inout WriterStatistics) -> Void) { statistics.withLock { body(&$0) } }
}
