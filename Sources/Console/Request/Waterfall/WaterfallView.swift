import Domain
import Drawing

/// The waterfall as it is drawn: the steps on the left, their time, tokens and cost, and their bars on a common axis.
struct WaterfallView {
    private let waterfall: Waterfall
    private let tree: StepTree
    private let isFocused: Bool
    private let width: Int
    private let labelWidth: Int
    private let showsAmounts: Bool
    private let axis: TimeAxis

    private static let (timeWidth, tokensWidth, costWidth) = (8, 12, 9)

    init?(_ waterfall: Waterfall, width: Int, isFocused: Bool) {
        guard let tree = waterfall.tree else { return nil }
        (self.waterfall, self.tree, self.isFocused, self.width) = (waterfall, tree, isFocused, width)
        showsAmounts = width >= 76
        let numbers = Self.timeWidth + (showsAmounts ? Self.tokensWidth + Self.costWidth : 0)
        let room = max(0, width - 1 - numbers - 1)
        let bar = min(max(10, room * 2 / 5), max(0, room - 12))
        labelWidth = room - bar
        axis = TimeAxis(range: tree.range, width: bar)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let (header, body) = rect.splitTop(1)
        drawHeader(in: header, on: &canvas)
        for line in 0..<body.height {
            let index = waterfall.offset + line
            guard waterfall.rows.indices.contains(index) else { break }
            let area = Rect(x: body.x, y: body.y + line, width: body.width, height: 1)
            draw(waterfall.rows[index], in: area, on: &canvas)
            guard index == waterfall.index else { continue }
            canvas.write("▸", in: area, style: Style(.key))
            if isFocused { canvas.lay(area, on: .selection) }
        }
    }

    private func drawHeader(in area: Rect, on canvas: inout Canvas) {
        canvas.write(StyledText("STEP", .tableHeader), in: area, column: 1)
        var numbers = area.splitLeft(1 + labelWidth).rest
        func column(_ title: String, _ width: Int) {
            let (cell, rest) = numbers.splitLeft(width)
            canvas.write(StyledText(title, .tableHeader), in: cell, alignment: .right)
            numbers = rest
        }
        column("TIME", Self.timeWidth)
        if showsAmounts {
            column("TOKENS", Self.tokensWidth)
            column("COST", Self.costWidth)
        }
        let end = StyledText(Format.duration(seconds: tree.range.length.seconds), .tableHeader)
        let scale = numbers.splitLeft(1).rest.splitLeft(axis.width).left
        if end.width() + 2 <= scale.width { canvas.write(StyledText("0", .tableHeader), in: scale) }
        canvas.write(end, in: scale, alignment: .right)
    }

    private func draw(_ row: WaterfallRow, in area: Rect, on canvas: inout Canvas) {
        let step = tree.step(row.position)
        let group = row.group.map { tree.groups[$0] }
        let (left, right) = area.splitLeft(1).rest.splitLeft(labelWidth)
        canvas.write(label(row, step, group), in: left)
        var numbers = right
        func column(_ text: StyledText, _ width: Int) {
            let (cell, rest) = numbers.splitLeft(width)
            canvas.write(text, in: cell, alignment: .right)
            numbers = rest
        }
        let duration = group.map(\.duration) ?? step.duration
        column(
            StyledText(Format.duration(seconds: duration?.seconds), duration == nil ? Role.textMuted : Role.text),
            Self.timeWidth)
        if showsAmounts {
            column(tokens(step, group), Self.tokensWidth)
            let cost = group.map(\.cost) ?? step.cost
            column(StyledText(cost.map { Format.money($0.usd) } ?? ""), Self.costWidth)
        }
        let bars = numbers.splitLeft(1).rest.splitLeft(axis.width).left
        let cells =
            group.map { axis.cells(from: $0.from, to: $0.to) }
            ?? axis.cells(from: step.start, to: step.duration == nil ? step.start : step.end)
        let role: Role = step.isError ? .statusCritical : StepKind(step.operation).role
        let sign: Unicode.Scalar = step.operation == nil || group != nil ? "─" : "█"
        canvas.fill(
            Rect(x: bars.x + cells.lowerBound, y: bars.y, width: cells.count, height: 1).intersection(bars),
            with: sign, style: Style(role))
    }

    private func tokens(_ step: TraceStep, _ group: StepTree.Group?) -> StyledText {
        if let group { return StyledText(group.tokens.map { Format.count(Double($0)) } ?? "") }
        guard step.inputTokens != nil || step.outputTokens != nil else { return StyledText() }
        func count(_ tokens: Int64?) -> String { Format.count(tokens.map(Double.init)) }
        return StyledText("\(count(step.inputTokens)) → \(count(step.outputTokens))")
    }

    private func label(_ row: WaterfallRow, _ step: TraceStep, _ group: StepTree.Group?) -> StyledText {
        // A tree that is deeper than half of the room goes on without more indentation.
        let indent = min(row.depth * (labelWidth < 40 ? 1 : 2), labelWidth / 2)
        let fold = row.hidden.map { $0 > 0 ? "▸ " : "▾ " } ?? "  "
        var text = StyledText(String(repeating: " ", count: indent) + fold, .textMuted)
        if step.isError { text += StyledText("✖ ", .statusCritical) }
        if let group { return text + step.label(count: group.count) }
        text += step.label
        if step.duration == nil { text += StyledText("  ends before it begins", .statusWarning) }
        switch tree.nodes[row.position].irregularity {
        case nil: break
        case .parentIsMissing: text += StyledText("  parent not here", .textMuted)
        case .isItsOwnParent: text += StyledText("  is its own parent", .statusWarning)
        case .parentsInCircle: text += StyledText("  parents in a circle", .statusWarning)
        }
        if let hidden = row.hidden, hidden > 0 {
            text += StyledText("  +\(Format.grouped(hidden)) inside", .textMuted)
        }
        return text
    }

    /// The index of the row that is drawn at these coordinates.
    func row(atX x: Int, y: Int, in rect: Rect) -> Int? {
        let body = rect.splitTop(1).rest
        guard body.contains(x: x, y: y) else { return nil }
        let index = waterfall.offset + y - body.y
        return waterfall.rows.indices.contains(index) ? index : nil
    }
}
