import CReference
import Domain
import Foundation

/// Durable and visible spans a second through the whole daemon, beside a plain C loop over SQLite in the same run.
struct IngestFigures {
    let programs: Programs
    let runs: Int
    let spans: Int
    let prose: Prose

    func measure() throws -> [Figure] {
        try flat() + traces()
    }

    private func flat() throws -> [Figure] {
        let load = try (0..<runs).map { try run(.flat, series: 8, seed: UInt64($0)) }
        let reference = (0..<runs).map { _ in referenceRate() }
        let ratios = zip(load, reference).map { $0.rate / $1 }
        return [
            rate("durable and visible, flat", load, reference, ratios, reach: 0.5, floor: 20_000),
            Figure(
                "daemon: start to serving", "\(Int(load.map(\.startSeconds).median * 1000)) ms", reach: "≤ 500 ms",
                isReached: load.map(\.startSeconds).median <= 0.5),
            Figure(
                "daemon: memory idle", "\(Int(load.map(\.idleMegabytes).median)) MB", reach: "≤ 40 MB",
                isReached: load.map(\.idleMegabytes).median <= 40),
            Figure(
                "daemon: memory under that load", "\(Int(load.map(\.peakMegabytes).median)) MB", reach: "≤ 200 MB",
                isReached: load.map(\.peakMegabytes).median <= 200),
            Figure(
                "daemon: CPU s per 1 000 spans", decimals(load.map(\.processorSeconds).median, 4), reach: "≤ 0.05",
                isReached: load.map(\.processorSeconds).median <= 0.05),
            Figure(
                "bytes on disk a span, flat", "\(Int(load.map(\.bytes).median))", reach: "≤ 1 300",
                isReached: load.map(\.bytes).median <= 1300),
        ]
    }

    private func traces() throws -> [Figure] {
        let load = try (0..<runs).map { try run(.traces, series: 300, seed: UInt64(100 + $0)) }
        let reference = (0..<runs).map { _ in referenceRate() }
        let ratios = zip(load, reference).map { $0.rate / $1 }
        return [
            rate("durable and visible, traces of 300 series", load, reference, ratios, reach: 0.4, floor: 0),
            Figure("daemon: CPU s per 1 000 spans, traces", decimals(load.map(\.processorSeconds).median, 4)),
        ]
    }

    private func rate(
        _ name: String, _ load: [Run], _ reference: [Double], _ ratios: [Double], reach: Double, floor: Double
    ) -> Figure {
        let median = load.map(\.rate).median
        let floorText = floor > 0 ? ", ≥ \(Int(floor))/s" : ""
        return Figure(
            name, "\(Int(median)) spans/s",
            reference: "C loop \(Int(reference.median)) rows/s, \(decimals(ratios.median, 2)) ×",
            reach: "≥ \(reach) ×\(floorText)", isReached: ratios.median >= reach && median >= floor)
    }

    /// One daemon, loaded once.
    struct Run {
        var rate: Double
        var startSeconds: Double
        var idleMegabytes: Double
        var peakMegabytes: Double
        /// Per 1 000 spans.
        var processorSeconds: Double
        /// On disk, a span, after the daemon has ended.
        var bytes: Double
    }

    private func run(_ shape: PayloadMaker.Shape, series: Int, seed: UInt64) throws -> Run {
        let store = try Scratch()
        defer { store.remove() }
        let daemon = try DaemonProcess(programs.daemon, store: store.path)
        let load = try Load(shape, series: series, spans: spans, prose: prose, seed: seed)
        let idle = ProcessUse.residentMegabytes(daemon.pid)
        let before = ProcessUse.processorSeconds(daemon.pid)
        let seconds = try load.send(to: daemon, until: { try programs.client.calls(store.path) >= load.calls })
        let after = ProcessUse.processorSeconds(daemon.pid)
        let peak = ProcessUse.peakMegabytes(daemon.pid)
        daemon.stop()
        return Run(
            rate: Double(load.spans) / seconds, startSeconds: daemon.startSeconds, idleMegabytes: idle,
            peakMegabytes: peak,
            processorSeconds: (after - before) * 1000 / Double(load.spans),
            bytes: Double(daemon.storeBytes) / Double(load.spans))
    }

    private func referenceRate() -> Double {
        guard let scratch = try? Scratch() else { return 0 }
        defer { scratch.remove() }
        return prose.bytes.withUnsafeBytes { text in
            reference_insert(
                scratch.path + "/reference.db", spans, 512, text.bindMemory(to: CChar.self).baseAddress, text.count)
        }
    }
}

/// `value` with so many decimals.
func decimals(_ value: Double, _ count: Int) -> String { String(format: "%.\(count)f", value) }
