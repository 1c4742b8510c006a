import Drawing
import PromptDiff

/// The rows of a difference of two texts as lines of the screen. Only rows that are asked for are laid out, so a long text costs what is
/// shown of it.
public struct DifferenceLines: Sendable {
    /// How the sides stand.
    public enum Form: Hashable, Sendable {
        /// Old on the left, new on the right.
        case sideBySide
        /// Old above new.
        case unified
    }

    let difference: TextDifference
    public let form: Form
    /// Whether the words that differ are set apart; else only the lines.
    public let showsWords: Bool
    /// Cells of a line.
    public let width: Int
    public let glyphs: GlyphSet

    /// The lines of `difference`, each `width` cells wide.
    public init(_ difference: TextDifference, form: Form, showsWords: Bool = true, width: Int, glyphs: GlyphSet) {
        (self.difference, self.form, self.showsWords) = (difference, form, showsWords)
        (self.width, self.glyphs) = (max(2 * Self.gutter + 4, width), glyphs)
    }

    /// Cells for the number of a line and for what happened to it.
    static let gutter = 7

    /// A line of the screen.
    public enum Line: Hashable, Sendable {
        case whole(StyledText)
        case sides(StyledText, StyledText)
    }

    /// Cells of the left side, the middle line not among them.
    public var leftWidth: Int { (width - 1) / 2 }

    /// The lines of a row.
    public func lines(of index: Int) -> [Line] {
        guard difference.rows.indices.contains(index) else { return [] }
        let row = difference.rows[index]
        switch form {
        case .unified:
            if case .same(_, let line) = row { return cell(line, of: row, .same, width).map(Line.whole) }
            return (row.old.map { cell($0, of: row, .old, width, index) } ?? []).map(Line.whole)
                + (row.new.map { cell($0, of: row, .new, width, index) } ?? []).map(Line.whole)
        case .sideBySide:
            let isSame = row.isSame
            let left = row.old.map { cell($0, of: row, isSame ? .same : .old, leftWidth, index) } ?? []
            let right = row.new.map { cell($0, of: row, isSame ? .same : .new, width - 1 - leftWidth, index) } ?? []
            return (0..<max(left.count, right.count)).map { line in
                .sides(
                    line < left.count ? left[line] : StyledText(), line < right.count ? right[line] : StyledText())
            }
        }
    }

    private enum Side { case same, old, new }

    /// A line of one side, wrapped, with its number and its sign in front.
    private func cell(
        _ line: TextLine, of row: DifferenceRow, _ side: Side, _ width: Int, _ index: Int = 0
    ) -> [StyledText] {
        let base: Role = side == .same ? .text : side == .old ? .diffRemoved : .diffAdded
        let emphasis: Role = side == .old ? .diffRemovedEmphasis : .diffAddedEmphasis
        var text = StyledText()
        if line.isRole {
            text = StyledText(line.text.isEmpty ? "message" : line.text, side == .same ? .textStrong : base)
        } else {
            for run in line.runs {
                switch run.kind {
                case .same: text.append(run.text, Style(row.isMoved ? .textMuted : base))
                case .changed: text.append(run.text, Style(showsWords && !row.isMoved ? emphasis : base))
                case .whitespace: text.append(Self.visible(run.text), Style(emphasis))
                }
            }
            if row.isMoved, let note = moveNote(row, at: index) { text.append(note, Style(.statusUnknown)) }
        }
        let sign = sign(row, side)
        let number = line.place.number.map(String.init) ?? ""
        let room = Self.gutter - 3
        let padded = String(repeating: " ", count: max(0, room - number.utf8.count)) + number.suffix(room)
        return text.wrapped(width: width - Self.gutter, glyphs: glyphs).enumerated().map { position, part in
            let prefix =
                position == 0
                ? StyledText(padded + " ", .textMuted) : StyledText(String(repeating: " ", count: room + 1))
            return prefix + StyledText(position == 0 || side != .same ? sign + " " : "  ", base)
                + (position == 0 ? StyledText() : StyledText()) + part
        }
    }

    /// What happened to a line in one cell; nothing depends on colours.
    private func sign(_ row: DifferenceRow, _ side: Side) -> String {
        if side == .same { return " " }
        if row.isMoved { return "→" }
        if row.isWhitespaceOnly { return "≈" }
        return side == .old ? "−" : "+"
    }

    /// Where the block went or came from, at its first line.
    private func moveNote(_ row: DifferenceRow, at index: Int) -> String? {
        func place(_ row: DifferenceRow) -> LinePlace? {
            switch row {
            case .removed(_, let place), .added(_, let place): place
            case .same, .changed: nil
            }
        }
        guard let here = place(row), let number = here.number else { return nil }
        if index > 0, let before = place(difference.rows[index - 1]), before.message == here.message,
            before.number == number - 1
        {
            return nil
        }
        return if case .removed = row { "  ▸ moved to line \(number)" } else { "  ◂ moved from line \(number)" }
    }

    /// White space that can be seen.
    private static func visible(_ space: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in space.unicodeScalars {
            switch scalar {
            case "\t": text.append("→")
            case "\r": text.append("←")
            default: text.append("·")
            }
        }
        return String(text)
    }
}
