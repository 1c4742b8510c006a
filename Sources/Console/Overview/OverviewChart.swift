import Domain
import Drawing

/// One chart of Overview: its title, its lines, its note.
struct OverviewChart {
    let kind: ChartKind
    private let view: OverviewView
    /// There is room for a short legend only.
    private let isNarrow: Bool

    /// Dollars an hour that a budget allows for the calls that are drawn; nil when there is none.
    private let allowance: Double?

    init(_ kind: ChartKind, _ view: OverviewView, isNarrow: Bool = false, allowance: Double? = nil) {
        (self.kind, self.view, self.isNarrow, self.allowance) = (kind, view, isNarrow, allowance)
    }

    /// The least and the greatest value of its lines; nil when there is none.
    var extent: ChartExtent? {
        LineChart(series).extent.map { ChartExtent(lower: $0.lower, upper: $0.upper) }
    }

    /// Draws the chart over at least the values of `extent`, with a line through the step `cursor`.
    func draw(
        over extent: ChartExtent?, cursor: Int?, isFocused: Bool, reference: Timestamp, in rect: Rect,
        on canvas: inout Canvas
    ) {
        let range = OverviewAnswer.extent(of: view.answer.timeline)
        var chart = LineChart(series)
        var extent = extent
        if kind == .cost, let allowance, let most = extent?.upper, allowance <= 4 * most {
            chart.thresholds = [.init(allowance)]
            extent?.upper = max(most, allowance)
        }
        if let extent {
            // A score lives between 0 and 1: from zero on its changes would not be seen.
            let lower = kind == .quality ? extent.lower : min(0, extent.lower)
            let rows = rect.height - 2
            chart.scale = AxisScale(lower: lower, upper: extent.upper, ticks: rows <= 5 ? rows : rows / 2 + 1)
        }
        chart.cursor = cursor
        chart.marks = view.answer.marks.moments(in: range)
        chart.drawFramed(
            title: StyledText(isFocused ? "▸\(title)" : title),
            from: TimeWords.minute(range.from, reference: reference),
            to: TimeWords.minute(view.answer.question.at, reference: reference), note: note(chart, width: rect.width),
            isFocused: isFocused, in: rect, on: &canvas)
    }

    /// What is measured, in a word or two.
    var name: String { title.split(separator: ",").first.map(String.init) ?? title }

    private var title: String {
        switch kind {
        case .latency: "Latency, s"
        case .tokens: "Tokens/s"
        case .cost: "Cost, $/h"
        case .errors: "Errors, %"
        case .firstToken: isNarrow ? "TTFT, ms" : "Time to first token, ms"
        case .quality: "Quality"
        }
    }

    /// Its lines.
    var series: [LineChart.Series] {
        let points = view.answer.timeline.lines.first?.points ?? []
        func line(_ name: String, _ index: Int, _ value: (Measures) -> Double?) -> LineChart.Series {
            .init(name, .chartSeries(index), points.map { $0.flatMap(value) })
        }
        func rate(_ name: String, _ index: Int, _ value: (Measures) -> Double?) -> LineChart.Series {
            let samples = points.enumerated().map { step, point -> Double? in
                guard let point, let seconds = view.answer.seconds(ofStep: step, in: view.answer.timeline) else {
                    return nil
                }
                return value(point).map { $0 / seconds }
            }
            return .init(name, .chartSeries(index), samples)
        }
        switch kind {
        case .latency:
            return [
                line("p50", 0) { $0.duration?.p50 }, line("p95", 1) { $0.duration?.p95 },
                line("p99", 2) { $0.duration?.p99 },
            ]
        case .tokens:
            let both = [
                rate("in", 0) { $0.inputTokens.map(Double.init) }, rate("out", 1) { $0.outputTokens.map(Double.init) },
            ]
            let hasCached = view.answer.total.cacheReadTokens != nil && !isNarrow
            return both + (hasCached ? [rate("cached", 3) { $0.cacheReadTokens.map(Double.init) }] : [])
        case .cost: return [rate("cost", 0) { $0.cost.map { $0.usd * 3600 } }]
        case .errors: return [.init("errors", .statusCritical, points.map { $0?.errorRate.map { $0 * 100 } })]
        case .firstToken:
            return [
                line("p50", 0) { $0.timeToFirstToken.map { $0.p50 * 1000 } },
                line("p95", 1) { $0.timeToFirstToken.map { $0.p95 * 1000 } },
            ]
        case .quality:
            return view.scores.enumerated().map { index, name in
                line(name, index) { $0.scores[name].flatMap { $0.count > 0 ? $0.mean : nil } }
            }
        }
    }

    /// What stands on the right of the title: what the numbers leave out, else the names of the lines, as far as they fit.
    private func note(_ chart: LineChart, width: Int) -> StyledText? {
        let room = width - Text.width(of: title) - 6
        if kind == .cost, view.answer.total.unpricedCalls > 0 {
            let calls = Format.count(Double(view.answer.total.unpricedCalls))
            let notes = ["\(calls) calls without a price", "\(calls) unpriced"].map { StyledText($0, .statusWarning) }
            if let note = notes.first(where: { $0.width() <= room }) { return note }
        }
        if kind == .cost, let allowance {
            let note = StyledText("budget \(Format.number(allowance))", .chartThreshold)
            if note.width() <= room { return note }
        }
        guard chart.legend.width() > room else { return nil }
        return .joined(chart.series.map { StyledText($0.name, $0.role) }, separator: " ")
    }
}
