import Control
import Domain
import Drawing
import Wording

/// The course of what an alert is about, with the limits and what changed.
struct AlertChart {
    private let watched: AlertWatched
    private let rule: AlertRule?
    private let reading: AlertReading?
    private let timeline: Timeline
    private let marks: [Mark]
    private let range: TimeRange

    /// - Parameters:
    ///   - rule: the rule, for its limits; without it the limit of the last reading is drawn.
    ///   - range: what is asked for; what of the timeline lies beyond its end is still to come.
    init(
        _ watched: AlertWatched, rule: AlertRule?, reading: AlertReading?, timeline: Timeline, marks: [Mark],
        range: TimeRange
    ) {
        (self.watched, self.rule, self.reading) = (watched, rule, reading)
        (self.timeline, self.marks, self.range) = (timeline, marks, range)
    }

    /// The course in one line, for where a chart has no room.
    func line(width: Int, reference: Timestamp) -> StyledText {
        let length = "last \(Format.age(seconds: range.length.seconds))  "
        return StyledText(length, .textMuted)
            + Sparkline(samples).text(width: width - length.utf8.count, role: .chartSeries2)
    }

    private var samples: [Double?] {
        let measure = shown.measure
        return (timeline.lines.first?.points ?? []).enumerated().map { index, point in
            point.flatMap { measure.value(of: $0, over: length(ofStep: index)) }.map(\.value)
        }
    }

    func draw(reference: Timestamp, note: StyledText? = nil, in rect: Rect, on canvas: inout Canvas) {
        let shown = shown
        var chart = LineChart([
            .init(shown.measure.name, .chartSeries2, samples.map { $0.map { $0 * shown.factor } })
        ])
        let limits = limits.map { LineChart.Threshold($0 * shown.factor) }
        // A limit far beyond what happens would press the line flat on the floor.
        let upper = chart.extent?.upper ?? 0
        chart.thresholds = limits.filter { $0.value <= max(4 * upper, .leastNormalMagnitude) }
        // A score lives between 0 and 1: from zero on its changes would not be seen.
        if case .score = shown.measure { chart.startsAtZero = false }
        chart.marks = marks.moments(in: OverviewAnswer.extent(of: timeline))
        chart.drawFramed(
            title: StyledText("\(shown.measure.name), \(shown.unit)"),
            from: TimeWords.minute(range.from, reference: reference),
            to: TimeWords.minute(range.to, reference: reference), note: note ?? limitNote, in: rect, on: &canvas)
    }

    /// What is drawn for what is watched, in which unit, and by what values are multiplied for it.
    private var shown: (measure: AlertMeasure, unit: String, factor: Double) {
        let measure: AlertMeasure =
            switch (watched, rule?.condition) {
            case (.measure(let measure, _, _), _): measure
            case (.objective, .objective(let objective)?):
                if case .fasterThan = objective.good { .latency(.p95) } else { .errorRate }
            case (.objective, _): .errorRate
            case (.budget(.dollars), _): .cost
            case (.budget(.tokens), _): .tokens
            }
        return switch measure {
        case .latency, .timeToFirstToken: (measure, "s", 1)
        case .errorRate, .cachedShare, .unpricedShare: (measure, "%", 100)
        case .cost: (measure, "$/h", 1)
        case .costPerCall: (measure, "$", 1)
        case .callRate, .tokens: (measure, "a second", 1)
        case .freshness, .drift: (.callRate, "a second", 1)
        case .errors, .calls: (measure, "a step", 1)
        case .tokensPerCall, .score: (measure, "mean", 1)
        }
    }

    private var limits: [Double] {
        switch (watched, rule?.condition) {
        case (.measure(.freshness, _, _), _), (.measure(.drift, _, _), _), (.measure(.errors, _, _), _),
            (.measure(.calls, _, _), _):
            return []
        case (.measure, .threshold(let threshold)?) where threshold.baseline == nil:
            return [threshold.warn, threshold.page].compactMap(\.self)
        case (.objective, .objective(let objective)?):
            switch objective.good {
            case .withoutError: return [1 - objective.target]
            case .fasterThan(let seconds): return [seconds]
            }
        case (.measure, _): return (reading?.limit).map { [$0] } ?? []
        case (.objective, _), (.budget, _): return []
        }
    }

    private var limitNote: StyledText? {
        guard let rule else { return nil }
        let words = rule.limitText
        return words.isEmpty ? nil : StyledText(words, .chartThreshold)
    }

    /// How much of a step of the timeline lies within the range; nothing when that is too little for a rate.
    private func length(ofStep index: Int) -> Nanoseconds {
        let begin = timeline.start.advanced(
            by: Nanoseconds(timeline.step.count.multipliedReportingOverflow(by: Int64(index)).partialValue))
        let length = min(begin.advanced(by: timeline.step), range.to).since(max(begin, range.from))
        return length < .seconds(15) ? .seconds(0) : length
    }
}
