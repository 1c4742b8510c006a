import Domain
import Drawing

extension ConsoleState {
    /// What stands above the table, from the left and from the right edge: what is to be known, then which calls are listed and how
    /// many, in one line if there is room.
    var requestsLines: [(left: StyledText, right: StyledText)] {
        let warnings = requestsWarnings.map { (left: $0, right: StyledText()) }
        let (subject, count) = (requestsSubject, requestsCount)
        if subject.width(in: glyphs) + count.width(in: glyphs) + 4 <= size.width {
            return warnings + [(subject, count)]
        }
        return warnings + [(subject, StyledText()), (StyledText(), count)]
    }

    /// What keeps the rows from being all that was asked for, and how far a search has come. Empty when all is well.
    private var requestsWarnings: [StyledText] {
        var lines = [Freshness(self).warning(reference: now ?? end)].compactMap { $0 }
        if let failure = requests.asking.failure, asking.failure == nil {
            lines.append(StyledText("✖ the requests cannot be read: \(failure.reason)", .statusCritical))
        }
        if let progress = requestsSearch?.progress { lines.append(line(progress)) }
        if let answer = shownRequests?.answer {
            lines += [line(answer.page.coverage)].compactMap { $0 }
        }
        return lines
    }

    /// `searching what was said: looked at 41 % · 120 MB · 3 found ▇▇▇▏  Esc ends it`.
    private func line(_ progress: SearchProgress) -> StyledText {
        let share = progress.total > 0 ? Double(progress.read) / Double(progress.total) : nil
        var parts = ["looked at \(Format.percent(share))"]
        if progress.bytes > 0 { parts.append(Self.bytes(progress.bytes)) }
        parts.append("\(Format.grouped(Int(clamping: progress.found))) found")
        return StyledText("… ", .statusUnknown) + StyledText(parts.joined(separator: " · "))
            + StyledText(" ") + Bar(share).text(width: 16)
            + StyledText("  \(keyLabel("console.back"))", .key) + StyledText(" ends the search", .textMuted)
    }

    private func line(_ coverage: Coverage) -> StyledText? {
        switch coverage {
        case .complete: nil
        case .partial(let read, let total):
            StyledText(
                "▲ from \(Format.count(Double(read))) of \(Format.count(Double(total))) calls", .statusWarning)
                + StyledText(": a shorter range or a narrower filter looks at all", .textMuted)
        case .damaged(let reason): StyledText("✖ a part of the range cannot be read: \(reason)", .statusCritical)
        }
    }

    private static func bytes(_ count: Int64) -> String {
        count < 1_000_000
            ? "\(count / 1000) kB"
            : Format.count(Double(count)).contains("G")
                ? "\(Format.decimal(Double(count) / 1e9, decimals: 1)) GB" : "\(count / 1_000_000) MB"
    }

    /// Which calls are listed, and how to see all again.
    private var requestsSubject: StyledText {
        guard !requests.lens.filterText.isEmpty else { return StyledText("all calls", .textMuted) }
        return StyledText("only ", .textMuted) + StyledText(requests.lens.filterText, .match)
            + StyledText("  \(keyLabel("requests.all"))", .key) + StyledText(" shows all", .textMuted)
    }

    /// How many there are, in which order, and whether they follow the present.
    private var requestsCount: StyledText {
        var parts: [StyledText] = []
        if let held = heldWords { parts.append(held) }
        if let answer = shownRequests?.answer { parts.append(StyledText(countWords(answer))) }
        parts.append(StyledText("\(requests.lens.order.words) \(requests.lens.order.isAscending ? "▴" : "▾")"))
        return .joined(parts, separator: StyledText(" · ", .textMuted))
    }

    private func countWords(_ answer: RequestsAnswer) -> String {
        let rows = Format.grouped(answer.page.rows.count)
        guard answer.page.hasMore else { return "\(rows) \(answer.page.rows.count == 1 ? "call" : "calls")" }
        guard let count = answer.count else { return "\(rows) of more" }
        return "\(rows) of \(Format.count(Double(max(count, Int64(answer.page.rows.count)))))"
    }

    private var heldWords: StyledText? {
        guard let end = requests.standstill?.end, time.mode == .live, shownRequests != nil else { return nil }
        let moment = TimeWords.second(end, reference: now ?? end)
        let key = keyLabel(requests.lens.filter.readsContents ? "console.repaint" : "move.first")
        return StyledText("‖ as of \(moment), ", .statusWarning) + StyledText(key, .key)
            + StyledText(" renews", .textMuted)
    }
}
