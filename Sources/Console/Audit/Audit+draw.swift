import Domain
import Drawing

extension ConsoleState {
    /// Draws the pane.
    func drawAudit(in pane: Rect, on canvas: inout Canvas) {
        guard let answer = audit.answer else {
            let text = audit.asking.failure.map { StyledText("✖ \($0.reason)", .statusCritical) }
            canvas.write(
                text ?? StyledText("reading the store …", .textMuted), in: pane, row: pane.height / 2,
                alignment: .centre)
            return
        }
        let (head, body) = pane.splitTop(1)
        canvas.write(auditHeadline(answer), in: head, column: 1)
        guard let entry = audit.selected else {
            canvas.write(
                "nothing was changed or decided yet", in: body, row: body.height / 2, style: .muted, alignment: .centre)
            return
        }
        let (list, detail) = body.splitBottom(min(6, body.height / 3))
        auditTable(answer.entries).draw(in: list, on: &canvas)
        canvas.fill(detail.splitTop(1).top, with: "─", style: Style(.frame))
        canvas.write(StyledText(" entry \(entry.record.sequence) ", .title), in: detail, column: 1)
        let inside = detail.splitTop(1).rest.inset(horizontal: 1, vertical: 0)
        let reason = StyledText("why    ", .textMuted) + StyledText(entry.record.reason ?? Format.missing)
        let change =
            StyledText("digest ", .textMuted)
            + StyledText(
                "\(entry.record.before?.short ?? Format.missing) → \(entry.record.after?.short ?? Format.missing)")
        let link = StyledText("link   ", .textMuted) + StyledText("\(entry.previous.short) → \(entry.hash.short)")
        let lines =
            reason.wrapped(width: inside.width, glyphs: glyphs).prefix(2)
            + [
                StyledText("where  ", .textMuted) + StyledText(entry.record.actor.whence),
                change + StyledText("   ") + link,
            ]
        for (row, line) in lines.prefix(inside.height).enumerated() { canvas.write(line, in: inside, row: row) }
    }

    /// Whether the chain holds, once that was asked for.
    private func auditHeadline(_ answer: AuditAnswer) -> StyledText {
        switch answer.verification {
        case nil where audit.isVerified: StyledText("checking every link …", .textMuted)
        case nil: StyledText("who changed or decided what, from where, why", .textMuted)
        case .intact(let head, let checked):
            StyledText("✓ the chain holds", .statusOk)
                + StyledText(head.map { " up to \($0)" } ?? ", it is empty")
                + StyledText(checked ? "" : " · signatures: headframe audit verify", .textMuted)
        case .broken(let sequence, let reason):
            StyledText("✖ THE CHAIN IS BROKEN at entry \(sequence): \(reason)", .statusCritical)
        case .tailMissing(_, let known):
            StyledText("✖ ENTRIES ARE MISSING at the end: the last one known is \(known)", .statusCritical)
        }
    }

    /// The entries, the newest first.
    func auditTable(_ entries: [AuditEntry]) -> Table {
        let columns: [Table.Column] = [
            .init("#", alignment: .right, minimum: 4, maximum: 8), .init("WHEN", minimum: 8, maximum: 14),
            .init("WHO", minimum: 6, maximum: 16), .init("WHAT", minimum: 14, maximum: 24),
            .init("OBJECT", minimum: 12, maximum: 36), .init("FROM", minimum: 8, maximum: 14, priority: 2),
            .init("WHY", minimum: 10, priority: 1),
        ]
        return Table(columns, count: entries.count, selected: audit.selectedIndex) { index in
            let record = entries[index].record
            return [
                StyledText("\(record.sequence)", .textMuted),
                StyledText(TimeWords.second(record.time, reference: now ?? end)),
                StyledText(Format.person(record.actor.principal)), StyledText(record.action, .textStrong),
                StyledText(record.object), StyledText(record.actor.terminal ?? record.actor.kind.rawValue, .textMuted),
                StyledText(record.reason ?? "", .textMuted),
            ]
        }
    }
}

extension Caller {
    /// From where somebody acted, as the collector found out.
    fileprivate var whence: String {
        [
            principal, userID.map { "uid \($0)" }, processID.map { "process \($0)" }, terminal,
        ].compactMap(\.self).joined(separator: " · ")
    }
}
