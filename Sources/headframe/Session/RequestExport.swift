import Console
import Conventions
import Domain
import Reports
import Storage

/// Writes everything about a trace to a file, as `headframe request --json` prints it.
enum RequestExport {
    /// Reads and writes on a thread of its own, and tells `queue` what became of it.
    static func start(
        _ trace: TraceID, to path: String, queue: EventQueue, open: @escaping @Sendable () throws -> StoreReader
    ) {
        WorkerThread.start("export") { queue.send(.event(.notice(save(trace, to: path, open)))) }
    }

    private static func save(_ trace: TraceID, to path: String, _ open: () throws -> StoreReader) -> Notice {
        do {
            guard let detail = try open().trace(trace) else {
                return Notice(.failed, "request not saved: the store has nothing of trace \(trace)")
            }
            let text = TraceReport(detail, contents: Interpreter.contents).json.prettyText
            return NewFile.write(text, to: path).map { Notice(.failed, "request not saved to \(path): \($0)") }
                ?? Notice(.done, "request saved to \(path)")
        } catch {
            return Notice(.failed, "request not saved to \(path): \(error)")
        }
    }
}
