import Domain
import Drawing

extension ConsoleState {
    /// Draws the health of ingest: what is wrong in words, who sends, and what was refused or cannot be counted.
    func drawHealth(in pane: Rect, on canvas: inout Canvas) {
        guard let answer = health.answer else {
            canvas.write("reading the store …", in: pane, row: pane.height / 2, style: .muted, alignment: .centre)
            return
        }
        let reference = now ?? end
        let (title, rest) = pane.splitTop(1)
        canvas.write(verdict(answer, reference), in: title, column: 1)
        guard let ingest = answer.health, !ingest.sources.isEmpty else {
            canvas.write("nothing was sent yet; 1 shows how to point an application here", in: rest, column: 1, row: 1)
            return
        }
        let problems = HealthProblem.all(in: answer, masked: summary?.collector?.redactions)
        let wanted = min(ingest.sources.count + 1, max(4, rest.height - min(problems.count + 2, rest.height / 2)))
        let (upper, lower) = rest.splitTop(wanted)
        sources(ingest, reference, width: upper.width).draw(in: upper, on: &canvas)
        drawDetail(ingest, problems, in: lower.splitTop(1).rest, on: &canvas)
    }

    private func verdict(_ answer: HealthAnswer, _ reference: Timestamp) -> StyledText {
        guard let ingest = answer.health else { return StyledText("nothing was counted yet", .textMuted) }
        let rate = ingest.sources.reduce(0) { $0 + $1.spansPerSecond }
        let concerns = ingest.sources.filter { !SourceConcern.all(of: $0, at: reference).isEmpty }.count
        let count = ingest.sources.count
        let numbers = "\(Format.number(rate)) spans/s from \(count) \(count == 1 ? "service" : "services")"
        let since = StyledText("  counted since \(TimeWords.minute(ingest.since, reference: reference))", .textMuted)
        guard concerns > 0 else { return StyledText("✓ \(numbers)", .statusOk) + since }
        return StyledText("▲ \(concerns) of \(count) need a look", .statusWarning) + StyledText("  \(numbers)") + since
    }

    private func sources(_ ingest: IngestHealth, _ reference: Timestamp, width: Int) -> Table {
        let columns: [Table.Column] = [
            .init("SERVICE", minimum: 16, maximum: 28), .init("ENVIRONMENT", minimum: 11, maximum: 14, priority: 4),
            .init("LAST SEEN", alignment: .right, minimum: 9, maximum: 9),
            .init("SPANS/S", alignment: .right, minimum: 7, maximum: 7, priority: 1),
            .init("SPANS", alignment: .right, minimum: 7, maximum: 7, priority: 5),
            .init("DIALECT", minimum: 13, maximum: 13, priority: 3),
            .init("CLIENT", minimum: 24, maximum: 48, priority: 6), .init("WHAT IS WRONG", minimum: 34),
        ]
        let selected = min(health.selection, ingest.sources.count - 1)
        return Table(columns, count: ingest.sources.count, selected: selected) { index in
            cells(ingest.sources[index], reference)
        }
    }

    private func cells(_ source: SourceHealth, _ reference: Timestamp) -> [StyledText] {
        let client = source.clients.first { $0.dialect != .none } ?? source.clients.first
        let name = client.map { StyledText("\($0.name) \($0.version)") } ?? StyledText(Format.missing, .textMuted)
        let concerns = SourceConcern.all(of: source, at: reference)
        let wrong =
            concerns.isEmpty
            ? StyledText("✓ nothing", .statusOk) : StyledText.joined(concerns.map(\.text), separator: StyledText(" · "))
        return [
            StyledText(source.service, .textStrong), StyledText(source.environment),
            StyledText(Format.age(seconds: max(0, reference.since(source.lastSeen).seconds))),
            StyledText(Format.number(source.spansPerSecond)), StyledText(Format.count(Double(source.spans))),
            StyledText(client?.dialect.rawValue ?? Format.missing), name, wrong,
        ]
    }

    private func drawDetail(
        _ ingest: IngestHealth, _ problems: [HealthProblem], in rect: Rect, on canvas: inout Canvas
    ) {
        guard !rect.isEmpty else { return }
        guard !problems.isEmpty else {
            canvas.write(
                "nothing was refused, every model has a price, and no tokens look wrong", in: rect, column: 1,
                style: .muted)
            return
        }
        let columns: [Table.Column] = [
            .init("PROBLEM", minimum: 16, maximum: 20), .init("WHAT", minimum: 24),
            .init("COUNT", alignment: .right, minimum: 9, maximum: 9),
            .init("WHAT TO DO", minimum: 20, maximum: 60, priority: 1),
        ]
        Table(columns, count: problems.count) { problems[$0].cells }.draw(in: rect, on: &canvas)
    }
}
