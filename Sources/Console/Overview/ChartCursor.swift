import Domain
import Drawing

/// The point of the charts that is looked at: one step of the timeline.
struct ChartCursor: Hashable, Sendable {
    let index: Int
    let start: Timestamp
    let end: Timestamp

    /// The step that begins at `start`, or the nearest that the timeline has; nil when it has none.
    init?(at start: Timestamp, in timeline: Timeline) {
        guard let points = timeline.lines.first?.points, !points.isEmpty, timeline.step.count > 0 else { return nil }
        let wanted = start.since(timeline.start).count / timeline.step.count
        self.init(index: Int(min(max(0, wanted), Int64(points.count - 1))), in: timeline)
    }

    /// The step with this index.
    init(index: Int, in timeline: Timeline) {
        self.index = index
        let distance = timeline.step.count.multipliedReportingOverflow(by: Int64(index))
        start = timeline.start.advanced(by: Nanoseconds(distance.overflow ? .max : distance.partialValue))
        end = start.advanced(by: timeline.step)
    }
}

extension ConsoleState {
    /// The point that is looked at; nil when none is.
    var chartCursor: ChartCursor? {
        guard overview.focus == .charts, let start = overview.cursor, let view = overview.view else { return nil }
        return ChartCursor(at: start, in: view.answer.timeline)
    }

    /// Looks at a point of the selected chart: where it is highest, or so many steps from the one that is looked at.
    mutating func moveChartCursor(by steps: Int) {
        guard let view = overview.view, let points = view.answer.timeline.lines.first?.points, !points.isEmpty else {
            return
        }
        let timeline = view.answer.timeline
        overview.focus = .charts
        if let present = chartCursor {
            let index = min(max(0, present.index + steps), points.count - 1)
            overview.cursor = ChartCursor(index: index, in: timeline).start
        } else {
            let peak = OverviewChart(overview.chart, view).peak ?? points.count - 1
            overview.cursor = ChartCursor(index: peak, in: timeline).start
        }
    }

    /// Lists the calls of the point that is looked at, those that made the chart what it is first; Esc leads back.
    mutating func openChartCursor() throws(CommandFailure) {
        guard let cursor = chartCursor else { return }
        let last = min(cursor.end, end)
        try openRequests(
            filter: overview.lens.filterText, order: overview.chart.order,
            time: TimeSelection(length: last.since(cursor.start), mode: .past(last)))
    }

    /// Time and values of the point that is looked at, in a line; nil when none is.
    var chartCursorLine: StyledText? {
        guard place == .overview, let cursor = chartCursor, let view = overview.view else { return nil }
        let chart = OverviewChart(overview.chart, view)
        let time = TimeWords.minute(cursor.start, reference: now ?? end)
        func hint(_ command: String, _ words: String) -> StyledText {
            StyledText(keyLabel(command), .key) + StyledText(" \(words)", .textMuted)
        }
        let moves = StyledText("\(keyLabel("chart.earlier")) \(keyLabel("chart.later"))", .key)
        return .joined(
            [
                StyledText(chart.name, .textMuted), StyledText("\(time) UTC", .textStrong),
                chart.values(at: cursor.index),
                hint("overview.open", "lists its calls"), moves + StyledText(" move", .textMuted),
            ], separator: StyledText("  "))
    }
}

extension ChartKind {
    /// The order in which calls explain this chart.
    fileprivate var order: RequestsQuery.Order {
        switch self {
        case .latency, .errors, .quality, .firstToken: .worst
        case .cost, .tokens: .costliest
        }
    }
}
