import Domain
import Drawing
import Wording

/// How the interval of a gate narrowed: its ends and the estimate between them, the limit as a dotted line.
struct GateCourse {
    private static let samples = 96

    let chart: LineChart
    let title: String
    let note: String
    let first: Timestamp
    let last: Timestamp

    /// Nil when nothing was recorded of the gate.
    init?(_ gate: RolloutGate, _ detail: RolloutDetail) {
        let points = detail.course.filter { $0.gate == gate.name }
        guard let first = points.first?.time, let last = points.last?.time else { return nil }
        (self.first, self.last) = (first, last)
        let factor = gate.metric.scale == .points ? 1.0 : 100
        let span = max(1, last.since(first).seconds)
        var (lower, upper, estimate) = ([Double?](), [Double?](), [Double?]())
        var next = points.startIndex
        for sample in 0..<Self.samples {
            // The last one that was known then.
            let moment = span * Double(sample) / Double(Self.samples - 1)
            while next + 1 < points.endIndex, points[next + 1].time.since(first).seconds <= moment { next += 1 }
            let point = points[next]
            func shown(_ harm: Double?) -> Double? { harm.map { gate.change(ofHarm: $0) * factor } }
            lower.append(shown(point.lower))
            upper.append(shown(point.upper))
            estimate.append(shown(gate.harm(stable: point.stable, canary: point.canary)))
        }
        var chart = LineChart([
            .init("interval", .chartSeries2, lower), .init("", .chartSeries2, upper),
            .init("estimate", .textStrong, estimate),
        ])
        let allowed = detail.standing?.gates.first { $0.gate == gate.name }?.allowed
        if let allowed {
            chart.thresholds = [.init(gate.change(ofHarm: allowed) * factor, label: "limit")]
        }
        self.chart = chart
        let unit =
            switch gate.metric.scale {
            case .share: ", pp"
            case .points: ""
            case .ratio: ", %"
            }
        title = "\(gate.label), difference over time\(unit)"
        note = "limit \(gate.text(ofHarm: allowed))"
    }

    func draw(from start: String, to end: String, in rect: Rect, on canvas: inout Canvas) {
        chart.drawFramed(
            title: StyledText(title), from: start, to: end, note: StyledText(note, .chartThreshold), in: rect,
            on: &canvas)
    }
}
