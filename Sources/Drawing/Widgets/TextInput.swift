/// One line that is being typed, and where the cursor stands in it. A value: keys are functions on it.
public struct TextInput: Hashable, Sendable {
    /// Letters with their combining marks, one entry each.
    private var letters: [String]
    /// Letters before the cursor.
    public private(set) var cursor: Int
    /// More scalars than this are not taken.
    public static let limit = Text.lineLimit

    /// A line with the cursor at its end.
    public init(_ text: String = "") {
        letters = Self.letters(of: text)
        cursor = letters.count
    }

    /// What has been typed.
    public var text: String { letters.joined() }
    /// What stands before the cursor.
    public var textBeforeCursor: String { letters[..<cursor].joined() }
    /// True when nothing has been typed.
    public var isEmpty: Bool { letters.isEmpty }

    /// Types or pastes at the cursor; control characters are left out, line feeds become blanks.
    public mutating func insert(_ text: String) {
        let room = Self.limit - letters.count
        guard room > 0 else { return }
        let new = Self.letters(of: text).prefix(room)
        letters.insert(contentsOf: new, at: cursor)
        cursor += new.count
    }

    /// Removes the letter before the cursor.
    public mutating func deleteBackward() {
        guard cursor > 0 else { return }
        cursor -= 1
        letters.remove(at: cursor)
    }

    /// Removes the letter at the cursor.
    public mutating func deleteForward() {
        guard cursor < letters.count else { return }
        letters.remove(at: cursor)
    }

    /// Removes the word before the cursor, with the blanks behind it.
    public mutating func deleteWordBackward() {
        while cursor > 0, letters[cursor - 1] == " " { deleteBackward() }
        while cursor > 0, letters[cursor - 1] != " " { deleteBackward() }
    }

    /// Removes everything before the cursor.
    public mutating func deleteToStart() {
        letters.removeFirst(cursor)
        cursor = 0
    }

    /// Removes everything from the cursor on.
    public mutating func deleteToEnd() { letters.removeLast(letters.count - cursor) }

    /// Moves the cursor by letters, to the ends at most.
    public mutating func move(by letters: Int) {
        let wanted = cursor.addingReportingOverflow(letters)
        cursor = wanted.overflow ? cursor : min(max(wanted.partialValue, 0), self.letters.count)
    }

    /// Moves the cursor before the first letter.
    public mutating func moveToStart() { cursor = 0 }

    /// Moves the cursor behind the last letter.
    public mutating func moveToEnd() { cursor = letters.count }

    /// Draws prompt and line, scrolled so that the cursor is seen, and places the canvas' cursor.
    public func draw(prompt: StyledText = "", isFocused: Bool = true, in rect: Rect, on canvas: inout Canvas) {
        guard !rect.isEmpty else { return }
        canvas.fill(rect.splitTop(1).top, style: Style(.input))
        let used = canvas.write(prompt, in: rect)
        let field = rect.splitTop(1).top.splitLeft(used).rest
        guard !field.isEmpty else { return }
        var first = cursor
        var width = 1
        while first > 0 {
            let before = StyledText(letters[first - 1]).width(in: canvas.glyphs)
            guard width + before <= field.width else { break }
            width += before
            first -= 1
        }
        canvas.write(letters[first...].joined(), in: field, style: Style(.input))
        if isFocused, canvas.bounds.contains(x: field.x + width - 1, y: field.y) {
            canvas.cursor = Canvas.Position(x: field.x + width - 1, y: field.y)
        }
    }

    private static func letters(of text: String) -> [String] {
        var letters: [String] = []
        for scalar in text.unicodeScalars.prefix(limit) {
            if scalar == "\n" || scalar == "\t" {
                letters.append(" ")
            } else if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value {
                continue
            } else if scalar.value >= 0x300, ScalarKind(of: scalar) == .mark, !letters.isEmpty {
                letters[letters.count - 1].unicodeScalars.append(scalar)
            } else {
                letters.append(String(Character(scalar)))
            }
        }
        return letters
    }
}
