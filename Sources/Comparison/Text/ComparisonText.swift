import Domain
import Drawing
import PromptDiff

/// The text of a comparison from top to bottom: the rows of both versions, what is equal folded, then the settings that differ.
public struct ComparisonText: Sendable {
    /// A part that is laid out when it is seen.
    enum Item: Hashable, Sendable {
        case row(Int)
        case fold(count: Int)
        case heading(String)
        case setting(Int)
    }

    /// Where a screen of it begins.
    public struct Position: Hashable, Sendable {
        var item = 0
        var line = 0

        /// The beginning.
        public init() {}
    }

    let lines: DifferenceLines
    private let settings: [SettingChange]
    let items: [Item]
    /// The items at which changes begin.
    private let changes: [Int]

    /// The text of `difference`.
    ///
    /// - Parameter isFolded: whether what is equal and far from every change is left out.
    public init(
        _ difference: PromptDifference, form: DifferenceLines.Form, showsWords: Bool, isFolded: Bool, width: Int,
        glyphs: GlyphSet
    ) {
        lines = DifferenceLines(difference.text, form: form, showsWords: showsWords, width: width, glyphs: glyphs)
        settings = difference.settings
        var items: [Item] = []
        var placeOfRow: [Int: Int] = [:]
        let changed = difference.text.changes
        let starts = Set(changed.map(\.lowerBound))
        let stretches = isFolded ? difference.text.stretches() : [.shown(0..<difference.text.rows.count)]
        for stretch in stretches {
            switch stretch {
            case .shown(let rows):
                for row in rows {
                    if starts.contains(row) { placeOfRow[row] = items.count }
                    items.append(.row(row))
                }
            case .folded(let rows): items.append(.fold(count: rows.count))
            }
        }
        var changes = changed.compactMap { placeOfRow[$0.lowerBound] }
        if !settings.isEmpty {
            changes.append(items.count)
            items.append(.heading("Settings"))
            items += settings.indices.map(Item.setting)
        }
        (self.items, self.changes) = (items, changes)
    }

    /// How many changes there are to go through.
    public var changeCount: Int { changes.count }

    /// The number of the change at or before the position, from 1; nil before the first.
    public func change(at position: Position) -> Int? {
        changes.lastIndex { $0 <= position.item + Self.lead }.map { $0 + 1 }
    }

    /// Rows of context above the change that was gone to.
    private static let lead = 2

    /// The beginning of the next change (`step` 1) or of the one before (−1), from where `position` is.
    public func position(fromChange number: Int?, step: Int) -> (position: Position, change: Int)? {
        guard !changes.isEmpty else { return nil }
        let next = min(max(1, (number ?? (step > 0 ? 0 : 1)) + step), changes.count)
        var position = Position()
        position.item = max(0, changes[next - 1] - Self.lead)
        return (position, next)
    }

    /// `position` moved by so many lines, no further than until the end is seen at the bottom of `height` lines.
    public func moved(_ position: Position, by distance: Int, height: Int) -> Position {
        var (item, line) = (min(max(0, position.item), max(0, items.count - 1)), position.line)
        var rest = min(max(distance, -1_000_000), 1_000_000)
        if rest <= -items.count * 4 - line { return Position() }
        while rest < 0 {
            let step = min(-rest, line)
            (line, rest) = (line - step, rest + step)
            guard rest < 0, item > 0 else { break }
            item -= 1
            line = max(0, lineCount(item))
        }
        if rest >= 1_000_000 { (item, line, rest) = (max(0, items.count - 1), 0, 0) }
        while rest > 0, item < items.count {
            let count = lineCount(item)
            let step = min(rest, count - line)
            (line, rest) = (line + step, rest - step)
            if line >= count { (item, line) = (item + 1, 0) }
        }
        let last = end(height: height)
        var moved = Position()
        (moved.item, moved.line) = (item, line)
        if item > last.item || item == last.item && line > last.line { moved = last }
        return moved
    }

    /// Where a screen of `height` lines begins that shows the end.
    private func end(height: Int) -> Position {
        var rest = height
        var position = Position()
        for item in items.indices.reversed() {
            let count = lineCount(item)
            if count >= rest {
                (position.item, position.line) = (item, count - rest)
                return position
            }
            rest -= count
        }
        return position
    }

    private func lineCount(_ item: Int) -> Int { lines(ofItem: item).count }

    /// Draws as many lines as fit.
    public func draw(from position: Position, in rect: Rect, on canvas: inout Canvas) {
        var shown: [DifferenceLines.Line] = []
        var item = position.item
        var skipped = position.line
        while shown.count < rect.height, item < items.count {
            shown += lines(ofItem: item).dropFirst(skipped)
            skipped = 0
            item += 1
        }
        DifferenceLines.draw(shown.prefix(rect.height), in: rect, on: &canvas)
    }

    /// All lines from top to bottom, `limit` at most: for a page that shows everything.
    public func lines(atMost limit: Int) -> [DifferenceLines.Line] {
        var lines: [DifferenceLines.Line] = []
        for item in items.indices where lines.count < limit { lines += self.lines(ofItem: item) }
        return Array(lines.prefix(limit))
    }

    private func lines(ofItem index: Int) -> [DifferenceLines.Line] {
        guard items.indices.contains(index) else { return [] }
        switch items[index] {
        case .row(let row): return lines.lines(of: row)
        case .fold(let count):
            let text = "┄┄ \(Format.grouped(count)) equal lines ┄┄"
            return [.whole(StyledText(String(repeating: " ", count: DifferenceLines.gutter) + text, .textMuted))]
        case .heading(let title): return [.whole(StyledText(" \(title)", .tableHeader))]
        case .setting(let setting): return lines.lines(of: settings[setting])
        }
    }
}

extension DifferenceLines {
    /// A setting that differs.
    fileprivate func lines(of change: SettingChange) -> [Line] {
        let name = StyledText("  " + change.name + "  ", .textStrong)
        func value(_ json: JSON?, _ role: Role) -> StyledText { StyledText(change.text(of: json), role) }
        switch form {
        case .unified:
            let text =
                name + value(change.old, .diffRemoved) + StyledText(" → ", .textMuted) + value(change.new, .diffAdded)
            return text.wrapped(width: width, glyphs: glyphs).map(Line.whole)
        case .sideBySide:
            let left = (name + value(change.old, .diffRemoved)).wrapped(width: leftWidth, glyphs: glyphs)
            let right = (name + value(change.new, .diffAdded)).wrapped(width: width - 1 - leftWidth, glyphs: glyphs)
            return (0..<max(left.count, right.count)).map {
                .sides($0 < left.count ? left[$0] : StyledText(), $0 < right.count ? right[$0] : StyledText())
            }
        }
    }
}
