import Domain
import Foundation

/// Whether a span costs the same however many the day has already.
struct GrowthFigures {
    let programs: Programs
    let spans: Int
    let prose: Prose
    private static let stretch = 50 * PayloadMaker.spansPerRequest

    func measure() throws -> [Figure] {
        let store = try Scratch()
        defer { store.remove() }
        let daemon = try DaemonProcess(programs.daemon, store: store.path)
        defer { daemon.stop() }
        var stored = 0
        var calls = 0
        var costs: [(spans: Int, seconds: Double)] = []
        while stored < spans {
            let load = try Load(.flat, series: 300, spans: Self.stretch, prose: prose, seed: UInt64(1000 + stored))
            let before = ProcessUse.processorSeconds(daemon.pid)
            calls += load.calls
            _ = try load.send(to: daemon, until: { true })
            stored += load.spans
            costs.append((stored, (ProcessUse.processorSeconds(daemon.pid) - before) / Double(load.spans)))
        }
        let found = try programs.client.calls(store.path)
        // The mean of up to a million spans before each mark, which is a segment: that it is folded and closed is part of the cost.
        let window = max(Self.stretch, min(1_000_000, spans / 3))
        let marks = [spans / 10, spans / 2, spans]
        let points = marks.map { mark in
            let near = costs.filter { $0.spans > mark - window && $0.spans <= mark + Self.stretch }.map(\.seconds)
            return near.reduce(0, +) / Double(max(1, near.count)) * 1e6
        }
        let spread = (points.max() ?? 0) / max(points.min() ?? 0, 1e-9) - 1
        let text = zip(marks, points).map { "\($0 / 1000)k: \(decimals($1, 1))" }.joined(separator: ", ")
        return [
            Figure(
                "cost a span as a day grows, µs of CPU", text, reference: "spread \(decimals(spread * 100, 0)) %",
                reach: "≤ 15 %", isReached: spread <= 0.15 && found == calls)
        ]
    }
}
