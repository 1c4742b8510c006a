import CReference
import Foundation
import Synchronization

/// How fast a store is exported, beside plain SQL over the same files, and what that leaves of ingest.
struct ExportFigures {
    let programs: Programs
    let runs: Int
    let prose: Prose

    func measure(_ store: String, _ daemon: DaemonProcess) throws -> [Figure] {
        [try rate(store), try ingest(store, daemon)]
    }

    private func rate(_ store: String) throws -> Figure {
        let calls = try programs.client.calls(store)
        let taken = try (0..<runs).map { _ in try Stopwatch.seconds { try export(store) } }
        let plain = try FileManager.default.contentsOfDirectory(atPath: store + "/segments").reduce(0.0) { sum, file in
            var rows = 0
            let query = "SELECT * FROM span WHERE operation IS NOT NULL AND response_id IS NOT NULL"
            return file.hasSuffix(".db") ? sum + reference_query(store + "/segments/" + file, query, &rows) : sum
        }
        let rate = Double(calls) / taken.median
        return Figure(
            "export of \(calls / 1000)k calls as JSON lines", "\(Int(rate)) calls/s",
            reference: "SQL \(Int(Double(calls) / plain)) rows/s", reach: "≥ 50 000/s", isReached: rate >= 50_000)
    }

    /// The same load with and without exports beside it, by turns.
    private func ingest(_ store: String, _ daemon: DaemonProcess) throws -> Figure {
        var (alone, beside): ([Double], [Double]) = ([], [])
        for run in 0..<runs {
            alone.append(try ingest(daemon, seed: UInt64(9000 + 2 * run)))
            let isWanted = Mutex(true)
            let client = programs.client
            let exports = Worker {
                while isWanted.withLock({ $0 }) { _ = try? client.output(Self.arguments(store)) }
            }
            defer {
                isWanted.withLock { $0 = false }
                exports.join()
            }
            beside.append(try ingest(daemon, seed: UInt64(9001 + 2 * run)))
        }
        let ratio = zip(alone, beside).map { $1 / $0 }.median
        return Figure(
            "ingest while exports run", "\(Int(beside.median)) spans/s",
            reference: "without \(Int(alone.median)), \(decimals(ratio, 2)) ×", reach: "≥ 0.8 ×",
            isReached: ratio >= 0.8)
    }

    /// Durable spans a second.
    private func ingest(_ daemon: DaemonProcess, seed: UInt64) throws -> Double {
        let load = try Load(.flat, series: 8, spans: Self.spans, prose: prose, seed: seed)
        return try Double(load.spans) / load.send(to: daemon, until: { true })
    }

    private func export(_ store: String) throws { _ = try programs.client.output(Self.arguments(store)) }

    private static func arguments(_ store: String) -> [String] {
        ["export", "requests", "--store", store, "--last", "24h", "--to", store + "/export.jsonl"]
    }

    private static let spans = 100_000
}
