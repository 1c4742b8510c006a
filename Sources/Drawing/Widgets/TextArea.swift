/// Several lines that are being typed, and where the cursor stands in them. A value: keys are functions on it.
///
/// Lines that are longer than the room are wrapped where they are shown; moving up and down goes by what is shown.
public struct TextArea: Hashable, Sendable {
    /// Letters with their combining marks, one entry each, line by line; there always is one line.
    private var lines: [[String]]
    /// Bytes of UTF-8, line feeds included.
    private var bytes: Int
    /// The line in which the cursor stands, and the letters before it there.
    public private(set) var line: Int
    public private(set) var column: Int
    /// More bytes of UTF-8 than this are not taken.
    public let limit: Int

    /// A text with the cursor at its end.
    public init(_ text: String = "", limit: Int = Text.bodyLimit) {
        (lines, bytes, line, column, self.limit) = ([[]], 0, 0, 0, max(0, limit))
        insert(text)
    }

    /// What has been typed.
    public var text: String { lines.map { $0.joined() }.joined(separator: "\n") }
    /// True when nothing has been typed.
    public var isEmpty: Bool { bytes == 0 }
    /// Whether no more is taken.
    public var isFull: Bool { bytes >= limit }

    // MARK: Typing

    /// Types or pastes at the cursor; control characters other than line feed and tab are left out, a tab becomes blanks.
    public mutating func insert(_ text: String) {
        var new: [String] = []
        for scalar in text.unicodeScalars {
            let size = scalar == "\t" ? 4 : UTF8.width(scalar)
            guard bytes + size <= limit else { break }
            if scalar == "\n" {
                place(&new)
                breakLine()
                continue
            }
            if scalar == "\t" {
                new += repeatElement(" ", count: 4)
            } else if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value {
                continue
            } else if scalar.value >= 0x300, ScalarKind(of: scalar) == .mark, let last = new.indices.last {
                new[last].unicodeScalars.append(scalar)
            } else {
                new.append(String(Character(scalar)))
            }
            bytes += size
        }
        place(&new)
    }

    private mutating func place(_ letters: inout [String]) {
        lines[line].insert(contentsOf: letters, at: column)
        column += letters.count
        letters = []
    }

    private mutating func breakLine() {
        guard bytes < limit else { return }
        let rest = Array(lines[line][column...])
        lines[line].removeLast(rest.count)
        lines.insert(rest, at: line + 1)
        (line, column, bytes) = (line + 1, 0, bytes + 1)
    }

    /// Removes the letter before the cursor, or joins the line to the one before.
    public mutating func deleteBackward() {
        if column > 0 {
            column -= 1
            bytes -= lines[line].remove(at: column).utf8.count
        } else if line > 0 {
            column = lines[line - 1].count
            let rest = lines.remove(at: line)
            lines[line - 1] += rest
            (line, bytes) = (line - 1, bytes - 1)
        }
    }

    /// Removes the letter at the cursor, or joins the next line to this one.
    public mutating func deleteForward() {
        if column < lines[line].count {
            bytes -= lines[line].remove(at: column).utf8.count
        } else if line + 1 < lines.count {
            let rest = lines.remove(at: line + 1)
            lines[line] += rest
            bytes -= 1
        }
    }

    /// Removes the word before the cursor, with the blanks behind it.
    public mutating func deleteWordBackward() {
        while column > 0, lines[line][column - 1] == " " { deleteBackward() }
        while column > 0, lines[line][column - 1] != " " { deleteBackward() }
    }

    /// Removes what is before the cursor in its line.
    public mutating func deleteToStart() {
        bytes -= lines[line][..<column].reduce(0) { $0 + $1.utf8.count }
        lines[line].removeFirst(column)
        column = 0
    }

    /// Removes what is behind the cursor in its line.
    public mutating func deleteToEnd() {
        bytes -= lines[line][column...].reduce(0) { $0 + $1.utf8.count }
        lines[line].removeLast(lines[line].count - column)
    }

    // MARK: Moving

    /// Moves the cursor one letter on (1) or back (−1), through the ends of lines.
    public mutating func move(by letters: Int) {
        if letters < 0 {
            if column > 0 { column -= 1 } else if line > 0 { (line, column) = (line - 1, lines[line - 1].count) }
        } else if letters > 0 {
            if column < lines[line].count {
                column += 1
            } else if line + 1 < lines.count {
                (line, column) = (line + 1, 0)
            }
        }
    }

    /// Moves the cursor so many shown rows down, or up, where `width` cells are shown.
    public mutating func move(byRows rows: Int, width: Int) {
        for _ in 0..<min(rows.magnitude, 1000) {
            let parts = parts(of: line, width: width)
            let part = index(of: column, in: parts)
            let offset = column - parts[part].lowerBound
            if rows > 0, part + 1 < parts.count {
                column = Self.column(offset, inPart: part + 1, of: parts)
            } else if rows > 0, line + 1 < lines.count {
                line += 1
                column = Self.column(offset, inPart: 0, of: self.parts(of: line, width: width))
            } else if rows < 0, part > 0 {
                column = Self.column(offset, inPart: part - 1, of: parts)
            } else if rows < 0, line > 0 {
                line -= 1
                let parts = self.parts(of: line, width: width)
                column = Self.column(offset, inPart: parts.count - 1, of: parts)
            } else {
                return
            }
        }
    }

    /// The column so many letters into a shown row, or the last one that is shown there.
    private static func column(_ offset: Int, inPart part: Int, of parts: [Range<Int>]) -> Int {
        guard parts.indices.contains(part) else { return 0 }
        let last =
            part + 1 < parts.count ? max(parts[part].lowerBound, parts[part].upperBound - 1) : parts[part].upperBound
        return min(parts[part].lowerBound + offset, last)
    }

    /// Moves the cursor before the first letter of its line.
    public mutating func moveToStart() { column = 0 }

    /// Moves the cursor behind the last letter of its line.
    public mutating func moveToEnd() { column = lines[line].count }

    // MARK: Showing

    /// Draws the text, scrolled so that the cursor is seen, and places the canvas' cursor.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard rect.width > 1, rect.height > 0 else { return }
        canvas.fill(rect, style: Style(.input))
        let width = rect.width - 1
        // The rows up to the cursor's, from there upwards, as many as fit.
        let here = parts(of: line, width: width)
        let part = index(of: column, in: here)
        var above = here[...part].map { (line, $0) }
        var first = line
        while above.count < rect.height, first > 0 {
            first -= 1
            above.insert(contentsOf: parts(of: first, width: width).map { (first, $0) }, at: 0)
        }
        var rows = Array(above.suffix(rect.height))
        let cursorRow = rows.count - 1
        rows += here[(part + 1)...].prefix(rect.height).map { (line, $0) }
        var next = line + 1
        while rows.count < rect.height, next < lines.count {
            rows += parts(of: next, width: width).map { (next, $0) }
            next += 1
        }
        for (row, (line, part)) in rows.prefix(rect.height).enumerated() {
            canvas.write(lines[line][part].joined(), in: rect, row: row, style: Style(.input))
        }
        let before = lines[line][here[part].lowerBound..<column].reduce(0) { $0 + Self.width($1, canvas.glyphs) }
        let place = Canvas.Position(x: rect.x + min(before, rect.width - 1), y: rect.y + cursorRow)
        if canvas.bounds.contains(x: place.x, y: place.y) { canvas.cursor = place }
    }

    /// The line in pieces of at most `width` cells, broken behind blanks where possible.
    private func parts(of line: Int, width: Int) -> [Range<Int>] {
        let letters = lines[line]
        var parts: [Range<Int>] = []
        var (start, used, wordStart) = (0, 0, 0)
        for (index, letter) in letters.enumerated() {
            let size = Self.width(letter, .braille)
            if used + size > max(1, width), index > start {
                let end = wordStart > start ? wordStart : index
                parts.append(start..<end)
                start = end
                used = letters[start..<index].reduce(0) { $0 + Self.width($1, .braille) }
            }
            used += size
            if letter == " " { wordStart = index + 1 }
        }
        return parts + [start..<letters.count]
    }

    /// The piece in which the cursor is shown.
    private func index(of column: Int, in parts: [Range<Int>]) -> Int {
        parts.firstIndex { column < $0.upperBound } ?? parts.count - 1
    }

    private static func width(_ letter: String, _ glyphs: GlyphSet) -> Int {
        letter.utf8.count == 1 ? 1 : StyledText(letter).width(in: glyphs)
    }
}
