import Console
import Conventions
import Domain
import Storage

/// Writes every trace of a range to a file, as `headframe export incident` does.
enum IncidentExport {
    /// Reads and writes on a thread of its own, and tells `queue` what became of it.
    static func start(
        _ range: TimeRange, to path: String, queue: EventQueue, open: @escaping @Sendable () throws -> StoreReader
    ) {
        WorkerThread.start("export") { queue.send(.event(.notice(save(range, to: path, open)))) }
    }

    private static func save(_ range: TimeRange, to path: String, _ open: () throws -> StoreReader) -> Notice {
        do {
            let incident = try open().exportIncident(range, to: path, resolver: Interpreter.resolve) { _ in true }
            guard let incident else { return Notice(.failed, "incident not written to \(path)") }
            if let damage = incident.damage {
                return Notice(.failed, "\(path) holds what could be read; the store is damaged: \(damage)")
            }
            return Notice(.done, "\(path): \(incident.summary)")
        } catch {
            return Notice(.failed, "incident not written to \(path): \(error)")
        }
    }
}
