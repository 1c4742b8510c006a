import Console
import Domain
import Foundation
import Storage

/// Overview's questions over a store of a day.
struct QueryFigures {
    let programs: Programs
    let runs: Int
    let spans: Int
    let prose: Prose

    func measure() throws -> [Figure] {
        let store = try Scratch()
        defer { store.remove() }
        try DayOfTelemetry(programs: programs, prose: prose).fill(store.path, spans: spans)
        let now = SystemClock().now()
        let question = OverviewQuestion(length: .hours(24), at: now, grouping: .release, chartCells: 60)
        var cold: [Double] = []
        var warm: [Double] = []
        for _ in 0..<runs {
            let reader = try StoreReader(path: store.path, decode: .wire, contents: { _, _ in SpanContents() })
            cold.append(try Stopwatch.seconds { _ = try OverviewAnswer.load(question, from: reader) })
            warm.append(try Stopwatch.seconds { _ = try OverviewAnswer.load(question, from: reader) })
        }
        let what = "Overview, 24 h, \(spans / 1000)k spans, 300 series"
        return [
            Figure(what + ", cold", milliseconds(cold), reach: "≤ 150 ms", isReached: cold.median <= 0.15),
            Figure(what + ", warm", milliseconds(warm), reach: "≤ 20 ms", isReached: warm.median <= 0.02),
        ]
    }

    private func milliseconds(_ seconds: [Double]) -> String { "\(decimals(seconds.median * 1000, 1)) ms" }
}
