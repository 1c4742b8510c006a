import Domain
import Drawing

/// When a rule would have fired: a row of cells for each day, with how often and when.
struct PreviewStrip {
    private let preview: AlertPreview

    init(_ preview: AlertPreview) { self.preview = preview }

    /// Lines that fit into `rect`, the newest day last; the oldest days are left out first.
    func lines(in rect: Rect) -> [StyledText] {
        let cells = rect.width < 100 ? 24 : 48
        let first = preview.range.from.day.number
        let last = preview.range.to.day.number
        guard first <= last, last - first < 60 else { return headline }
        let days = (first...last).map { line(Day(number: $0), cells: cells) }
        let axis = StyledText(
            String(repeating: " ", count: Self.labelWidth) + Self.axis(cells: cells) + "  UTC", .chartAxis)
        let top = headline + [axis]
        return (top + days.suffix(max(0, rect.height - top.count))).prefix(rect.height).map(\.self)
    }

    // MARK: Words

    private var headline: [StyledText] {
        let length = Format.age(seconds: preview.range.length.seconds)
        let step = StyledText("  looked at in steps of \(Format.age(seconds: preview.step.seconds))", .textMuted)
        guard !preview.episodes.isEmpty else {
            return [StyledText("✓ it would not have fired in the last \(length)", .statusOk) + step]
        }
        let times = preview.told == 1 ? "once" : "\(Format.grouped(preview.told)) times"
        let pages = preview.paged == 1 ? "1 page" : "\(Format.grouped(preview.paged)) pages"
        let told = preview.told == 0 ? "told nobody" : "told \(times), \(pages)"
        let episodes = preview.episodes.count
        let fired = episodes == 1 ? "fired once" : "fired \(Format.grouped(episodes)) times"
        var line = StyledText(
            "▲ it would have \(fired) in the last \(length) and \(told)",
            preview.paged > 0 ? .statusCritical : .statusWarning)
        line += step
        guard preview.omitted > 0 else { return [line] }
        return [
            line,
            StyledText("\(Format.grouped(preview.omitted)) subjects with fewer calls were not looked at", .textMuted),
        ]
    }

    private static let labelWidth = 11
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private static func axis(cells: Int) -> String {
        ["00", "06", "12", "18"].map { $0 + String(repeating: " ", count: cells / 4 - 2) }.joined()
    }

    /// `Tue 11-18  ····▒▒··█···  2 times: 03:12 for 14 m, 09:40 for 5 m`.
    private func line(_ day: Day, cells: Int) -> StyledText {
        // 1970-01-01 was a Thursday.
        let weekday = Self.weekdays[Int(((day.number % 7) + 10) % 7)]
        let label = "\(weekday) \(day.description.dropFirst(5))"
        var text = StyledText(
            label + String(repeating: " ", count: max(1, Self.labelWidth - label.utf8.count)), .textMuted)
        for cell in 0..<cells { text += self.cell(day, cell, of: cells) }
        let begun = preview.episodes.filter { $0.from.day == day }
        guard !begun.isEmpty else { return text }
        let count = begun.count == 1 ? "once" : "\(begun.count) times"
        let when = begun.prefix(4).map { episode in
            let length = episode.to.map { "for \(Format.age(seconds: $0.since(episode.from).seconds))" } ?? "and still"
            return "\(TimeWords.minute(episode.from, reference: episode.from)) \(length)"
        }
        let more = begun.count > when.count ? ", …" : ""
        return text + StyledText("  \(count): \(when.joined(separator: ", "))\(more)")
    }

    /// The worst that an alert would have been in a part of the day.
    private func cell(_ day: Day, _ index: Int, of cells: Int) -> StyledText {
        let length = Nanoseconds(Nanoseconds.days(1).count / Int64(cells))
        let from = day.start.advanced(by: Nanoseconds(length.count * Int64(index)))
        let to = from.advanced(by: length)
        guard to > preview.range.from, from < preview.range.to else { return StyledText(" ") }
        let worst = preview.episodes.filter { $0.from < to && ($0.to ?? preview.range.to) > from }.map(\.severity).max()
        switch worst {
        case .page: return StyledText("█", .statusCritical)
        case .warn: return StyledText("▒", .statusWarning)
        case nil: return StyledText("·", .textMuted)
        }
    }
}
