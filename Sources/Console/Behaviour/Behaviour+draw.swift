import Comparison
import Domain
import Drawing

extension ConsoleState {
    /// The list of questions and the room of the selected one: beside each other in a wide window, else one below the other.
    func behaviourRooms(in pane: Rect) -> (head: Rect, list: Rect, detail: Rect) {
        let (head, body) = pane.splitTop(2)
        if size.widthClass == .wide {
            let (left, right) = body.splitLeft(body.width / 3)
            return (head, left, right.splitLeft(2).rest)
        }
        let (upper, lower) = body.splitTop(max(4, body.height / 3))
        return (head, upper, lower)
    }

    /// Draws golden questions with both answers.
    func drawBehaviour(in pane: Rect, on canvas: inout Canvas) {
        guard let comparison, let runs = comparison.behaviour.runs, let answer = comparison.answer else { return }
        let (head, list, detail) = behaviourRooms(in: pane)
        let counts = runs.counts
        let path =
            StyledText("Prompts › ", .textMuted) + StyledText(comparison.name, .title)
            + StyledText(" › ", .textMuted) + StyledText("\(comparison.old) ⇄ \(comparison.new)", .textStrong)
            + StyledText(" › behaviour", .textMuted)
        let inside = head.inset(horizontal: 1, vertical: 0)
        canvas.write(path, in: inside)
        let tag = comparison.behaviour.tag.map { "tag \($0)" } ?? "all tags"
        canvas.write(StyledText(tag, .textMuted), in: inside, alignment: .right)
        let lost = StyledText("▼ \(counts.losses) lost", counts.losses > 0 ? .statusCritical : .textMuted)
        let facts = StyledText(
            "  ▴ \(counts.wins) won  · \(counts.ties) alike   golden \(runs.candidate.plan.goldenSet.name)", .textMuted)
        canvas.write(lost + facts, in: inside, row: 1)
        behaviourTable(runs).draw(in: list, on: &canvas)
        guard let item = comparison.behaviour.selected else {
            canvas.write("no question has this tag", in: detail, row: 1, style: .muted, alignment: .centre)
            return
        }
        canvas.fill(detail.splitTop(1).top, with: "─", style: Style(.frame))
        let title = " \(item.item.id) " + (item.item.tags.isEmpty ? "" : "· \(item.item.tags.joined(separator: ", ")) ")
        canvas.write(StyledText(title, .title), in: detail, column: 1)
        let room = detail.splitTop(1).rest.inset(horizontal: 1, vertical: 0)
        let form = comparison.form(isNarrow: size.widthClass == .narrow)
        let text = BehaviourText(
            item, old: answer.comparison.old.name, new: answer.comparison.new.name, form: form, width: room.width,
            glyphs: glyphs)
        let lines = text.lines(width: room.width, glyphs: glyphs)
        let offset = min(comparison.behaviour.offset, max(0, lines.count - room.height))
        DifferenceLines.draw(lines.dropFirst(offset).prefix(room.height), in: room, on: &canvas)
    }

    /// The questions, the largest loss first.
    func behaviourTable(_ runs: RunComparison) -> Table {
        let items = comparison?.behaviour.items ?? []
        let columns: [Table.Column] = [
            .init("", minimum: 6, maximum: 6), .init("CHANGE", alignment: .right, minimum: 6, maximum: 6),
            .init("QUESTION", minimum: 20), .init("TAGS", minimum: 6, maximum: 20, priority: 1),
        ]
        return Table(columns, count: items.count, selected: comparison?.behaviour.selectedIndex) { index in
            let item = items[index]
            let (word, role): (String, Role) =
                switch item.standing {
                case .loss: ("▼ lost", .statusCritical)
                case .win: ("▴ won", .statusOk)
                case .tie: ("· same", .textMuted)
                }
            return [
                StyledText(word, role), StyledText(Format.decimal(item.change, decimals: 2, signed: true), role),
                StyledText(item.item.input.last?.text ?? item.item.id),
                StyledText(item.item.tags.joined(separator: " "), .textMuted),
            ]
        }
    }
}
