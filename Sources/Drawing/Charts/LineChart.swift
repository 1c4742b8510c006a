/// Values over time as lines, with an axis of round numbers on the left.
///
/// What is missing is a gap. Where there are more samples than dots, each column keeps its smallest, largest and last
/// value, so that a spike of one second survives in the view of a day.
public struct LineChart: Sendable {
    /// One line.
    public struct Series: Sendable {
        /// What it is called in the legend.
        public var name: String
        /// Its colour.
        public var role: Role
        /// Samples at equal distances over the whole width, the oldest first; nil and what is not finite is missing.
        public var samples: [Double?]

        /// A named line.
        public init(_ name: String, _ role: Role, _ samples: [Double?]) {
            self.name = name
            self.role = role
            self.samples = samples
        }
    }

    /// A value that must not be crossed, drawn as a dotted line.
    public struct Threshold: Hashable, Sendable {
        /// On the axis of values.
        public var value: Double
        /// Written at its right end; may be empty.
        public var label: String

        /// A value, and what it is called.
        public init(_ value: Double, label: String = "") {
            self.value = value
            self.label = label
        }
    }

    /// A moment at which something happened.
    public struct Moment: Hashable, Sendable {
        /// From 0 (left) to 1 (right); what is beyond is not drawn.
        public var position: Double
        /// What stands there, one cell wide.
        public var sign: Unicode.Scalar
        /// Its colour.
        public var role: Role

        /// A moment of the given parts.
        public init(at position: Double, _ sign: Unicode.Scalar, _ role: Role = .chartMark) {
            (self.position, self.sign, self.role) = (position, sign, role)
        }
    }

    /// The lines; later ones lie over earlier ones.
    public var series: [Series]
    /// Values that must not be crossed.
    public var thresholds: [Threshold] = []
    /// Moments worth a sign (deploys, rollout steps) in the uppermost row; where they meet, the last one is seen.
    public var marks: [Moment] = []
    /// The sample that is pointed at, by its index; a line goes through it.
    public var cursor: Int?
    /// A fixed range of values; nil takes the closest round one.
    public var scale: AxisScale?
    /// Whether the axis begins at zero when no value is negative. A line over a floor other than zero exaggerates.
    public var startsAtZero = true

    /// A chart of these lines.
    public init(_ series: [Series]) { self.series = series }

    /// The names of the lines in their colours: `p50 ─ p95 ─ p99`. A single line needs no legend.
    public var legend: StyledText {
        guard series.count > 1 else { return StyledText() }
        return .joined(series.map { StyledText($0.name, $0.role) }, separator: StyledText(" ─ ", .frame))
    }

    /// Smallest and largest value drawn, thresholds included; nil without data.
    public var extent: (lower: Double, upper: Double)? {
        var lower = Double.infinity
        var upper = -Double.infinity
        for line in series {
            for case let sample? in line.samples where sample.isFinite {
                lower = min(lower, sample)
                upper = max(upper, sample)
            }
        }
        guard lower <= upper else { return nil }
        for threshold in thresholds where threshold.value.isFinite {
            lower = min(lower, threshold.value)
            upper = max(upper, threshold.value)
        }
        return (lower, upper)
    }

    /// Draws axis and lines; without any data it says so.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard !rect.isEmpty else { return }
        guard let extent else {
            canvas.write("no data", in: rect, row: rect.height / 2, style: .muted, alignment: .centre)
            return
        }
        let lower = startsAtZero ? min(0, extent.lower) : extent.lower
        let upper = startsAtZero ? max(0, extent.upper) : extent.upper
        let ticks = rect.height <= 5 ? rect.height : rect.height / 2 + 1
        let scale = scale ?? AxisScale(lower: lower, upper: upper, ticks: ticks)
        let plot = drawAxis(scale, in: rect, on: &canvas)
        guard !plot.isEmpty else { return }
        drawCursor(in: plot, on: &canvas)
        for threshold in thresholds { draw(threshold, scale, in: plot, on: &canvas) }
        for line in series { draw(line, scale, in: plot, on: &canvas) }
        for mark in marks where mark.position >= 0 && mark.position <= 1 {
            let column = Int((mark.position * Double(plot.width - 1)).rounded())
            canvas.write(String(mark.sign), in: plot, column: column, style: Style(mark.role))
        }
    }

    private func draw(_ threshold: Threshold, _ scale: AxisScale, in plot: Rect, on canvas: inout Canvas) {
        guard threshold.value.isFinite else { return }
        let row = Self.row(of: threshold.value, scale, height: plot.height)
        let line = Rect(x: plot.x, y: plot.y + row, width: plot.width, height: 1)
        canvas.fill(line, with: "┄", style: Style(.chartThreshold))
        canvas.write(threshold.label, in: line, style: Style(.chartThreshold), alignment: .right)
    }

    private func drawCursor(in plot: Rect, on canvas: inout Canvas) {
        guard let cursor, let count = series.map(\.samples.count).max(), (0..<count).contains(cursor) else { return }
        let column = Rect(
            x: plot.x + (2 * cursor + 1) * plot.width / (2 * count), y: plot.y, width: 1, height: plot.height)
        canvas.fill(column, with: "│", style: Style(.cursor))
    }

    private func draw(_ line: Series, _ scale: AxisScale, in plot: Rect, on canvas: inout Canvas) {
        var grid = DotGrid(columns: plot.width, rows: plot.height, glyphs: canvas.glyphs)
        let count = line.samples.count
        let samplesAreDense = count > grid.width
        var previous: (x: Int, y: Int)?
        var column: (x: Int, lowest: Int, highest: Int, last: Int)?
        func finishColumn() {
            guard let finished = column else { return }
            grid.line(fromX: finished.x, y: finished.lowest, toX: finished.x, y: finished.highest)
            previous = (finished.x, finished.last)
            column = nil
        }
        for (index, sample) in line.samples.enumerated() {
            let x = (2 * index + 1) * grid.width / (2 * count)
            guard let sample, sample.isFinite else {
                if !samplesAreDense { previous = nil }
                continue
            }
            let y = Int(((1 - scale.position(of: sample)) * Double(grid.height - 1)).rounded())
            if samplesAreDense, var open = column, open.x == x {
                open.lowest = max(open.lowest, y)
                open.highest = min(open.highest, y)
                open.last = y
                column = open
                continue
            }
            finishColumn()
            if let last = previous, !samplesAreDense || last.x == x - 1 {
                grid.line(fromX: last.x, y: last.y, toX: x, y: y)
            } else {
                grid.set(x: x, y: y)
            }
            if samplesAreDense { column = (x, y, y, y) } else { previous = (x, y) }
        }
        finishColumn()
        grid.draw(in: plot, on: &canvas, style: Style(line.role))
    }

    /// Draws the labels, right-aligned in a fixed width, and returns what is left for the lines.
    private func drawAxis(_ scale: AxisScale, in rect: Rect, on canvas: inout Canvas) -> Rect {
        let labels = scale.labels
        let width = labels.reduce(0) { max($0, Text.width(of: $1)) }
        guard rect.width >= width + 6 else { return rect }
        let (axis, plot) = rect.splitLeft(width + 1)
        for (label, value) in zip(labels, scale.ticks) {
            let row = Self.row(of: value, scale, height: rect.height)
            canvas.write(
                StyledText(label + "┤", .chartAxis), in: axis, row: row, alignment: .right)
        }
        return plot
    }

    private static func row(of value: Double, _ scale: AxisScale, height: Int) -> Int {
        Int(((1 - scale.position(of: value)) * Double(height - 1)).rounded())
    }
}
