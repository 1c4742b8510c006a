import Domain
import Drawing
import Wording

/// The gates of a rollout: what both arms show, what is allowed, the interval on one axis for all of them, the verdict in words.
///
/// The axis is the difference in margins, so that the limit of every gate stands in one column; what is worse is on the left.
struct GateTable {
    let rollout: Rollout
    let standing: RolloutStanding?
    let selected: Int?
    let isFocused: Bool
    let width: CanvasSize.WidthClass

    /// What the ends of the axis stand for, in margins.
    private static let axis = -3.0...2.0
    private static let limit = -1.0
    private static let narrowestBar = 16

    /// Draws titles, gates, and how traffic is split.
    func draw(in rect: Rect, on canvas: inout Canvas) {
        let barWidth = table(barWidth: 0).width(ofColumn: Self.barColumn, in: rect.width, glyphs: canvas.glyphs)
        table(barWidth: barWidth).draw(in: rect, on: &canvas)
    }

    /// The table for telling what was clicked.
    var table: Table { table(barWidth: Self.narrowestBar) }

    private var count: Int { rollout.plan.gates.count + 1 }
    private static let barColumn = 4

    private func table(barWidth: Int) -> Table {
        var table = Table(columns(barTitle: Self.title(width: barWidth)), count: count, selected: selected) {
            row($0, barWidth: barWidth)
        }
        table.isFocused = isFocused
        return table
    }

    private func columns(barTitle: String) -> [Table.Column] {
        let isWide = width == .wide
        return [
            .init("GATE", minimum: 13, maximum: 26), .init("STABLE", alignment: .right, minimum: 7, maximum: 8),
            .init("CANARY", alignment: .right, minimum: 7, maximum: 8),
            .init("ALLOWED", alignment: .right, minimum: 7, maximum: 8), .init(barTitle, minimum: Self.narrowestBar),
            .init("95 % INTERVAL", alignment: .right, minimum: 17, maximum: 19, priority: 2),
            .init("HARM", alignment: .right, minimum: 9, maximum: isWide ? 16 : 9, priority: 3),
            .init("UNITS", alignment: .right, minimum: 11, maximum: 15, priority: 4),
            .init("VERDICT", minimum: 14, maximum: isWide ? 24 : 18),
        ]
    }

    private func row(_ index: Int, barWidth: Int) -> [StyledText] {
        guard rollout.plan.gates.indices.contains(index) else { return split }
        let gate = rollout.plan.gates[index]
        let name = StyledText(gate.label) + StyledText(gate.isRequired ? "" : " (watched)", .textMuted)
        guard let standing = standing?.gates.first(where: { $0.gate == gate.name }) else {
            return [name] + Array(repeating: StyledText(Format.missing, .textMuted), count: 3)
                + [StyledText(), StyledText(), StyledText(), StyledText(), StyledText("– no data", .statusWarning)]
        }
        let units = [standing.stableUnits, standing.canaryUnits].map { Format.count($0) }.joined(separator: "/")
        return [
            name, StyledText(gate.text(of: standing.stable)),
            StyledText(gate.text(of: standing.canary), standing.verdict == .fail ? .statusCritical : .text),
            StyledText(gate.text(ofHarm: standing.allowed), .textMuted), bar(gate, standing, width: barWidth),
            StyledText(gate.intervalText(standing)), StyledText(Odds.text(standing.harmPeak), .textMuted),
            StyledText(units, .textMuted), standing.verdictText,
        ]
    }

    /// How units were meant to be split, and how they were.
    private var split: [StyledText] {
        let seen = standing?.seenShare
        let planned = standing?.plannedShare ?? (rollout.weight > 0 ? rollout.weight : nil)
        return [
            StyledText("traffic split"), StyledText(Format.percent(seen.map { 1 - $0 })),
            StyledText(Format.percent(seen)), StyledText(planned.map(RolloutStep.share) ?? Format.missing, .textMuted),
            StyledText(), StyledText(), StyledText(), StyledText(),
            standing?.splitText ?? StyledText("– no units yet", .textMuted),
        ]
    }

    private func bar(_ gate: RolloutGate, _ standing: GateStanding, width: Int) -> StyledText {
        guard width > 0, standing.allowed > 0 else { return StyledText() }
        let axis = Self.axis
        func place(_ harm: Double) -> Double { -harm / standing.allowed }
        let estimate = gate.harm(stable: standing.stable, canary: standing.canary).map(place)
        let ends = (standing.upper.map(place) ?? axis.lowerBound - 1, standing.lower.map(place) ?? axis.upperBound + 1)
        let isBounded = standing.lower != nil || standing.upper != nil
        // What is not known is not drawn: a bracket around nothing would be read as certainty.
        let shown = estimate.map { min(max($0, axis.lowerBound), axis.upperBound) }
        var bar = IntervalBar(
            lower: isBounded ? ends.0 : shown ?? .nan, estimate: shown ?? .nan,
            upper: isBounded ? ends.1 : shown ?? .nan,
            axis: axis, limit: Self.limit, role: standing.verdict.role)
        if shown != nil, isBounded {
            // An interval wholly beyond the edge is seen as its estimate there.
            (bar.lower, bar.upper) = (min(bar.lower, axis.upperBound), max(bar.upper, axis.lowerBound))
        }
        return bar.text(width: width)
    }

    /// `worse ◂   ┆ limit     0    ▸ better`, limit and 0 over their lines.
    private static func title(width: Int) -> String {
        guard width >= narrowestBar else { return "" }
        let extent = axis.upperBound - axis.lowerBound
        func column(_ value: Double) -> Int { Int(((value - axis.lowerBound) / extent * Double(width - 1)).rounded()) }
        var cells = Array(repeating: Unicode.Scalar(" "), count: width)
        func put(_ text: String, at start: Int, within limit: Int) {
            let scalars = Array(text.unicodeScalars)
            guard start >= 0, start + scalars.count <= limit else { return }
            cells.replaceSubrange(start..<start + scalars.count, with: scalars)
        }
        let (limit, zero) = (column(Self.limit), column(0))
        put(limit > 8 ? "worse ◂" : "◂", at: 0, within: limit)
        put("┆", at: limit, within: width)
        put("limit", at: limit + 2, within: zero)
        put("0", at: zero, within: width)
        let better = width - zero > 10 ? "▸ better" : "▸"
        put(better, at: width - better.unicodeScalars.count, within: width)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: cells)
        return String(text)
    }
}
