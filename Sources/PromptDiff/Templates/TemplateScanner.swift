/// Reads a text character by character and knows where it is.
struct TemplateScanner {
    private let scalars: String.UnicodeScalarView
    private var index: String.UnicodeScalarView.Index
    private(set) var place = TemplatePlace(line: 1, column: 1)

    /// A scanner at the beginning of `text`.
    init(_ text: String) {
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    /// The next character, which stays; nil at the end.
    var peek: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

    /// Takes the next character; nil at the end.
    mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        index = scalars.index(after: index)
        place =
            scalar == "\n"
            ? TemplatePlace(line: place.line + 1, column: 1) : TemplatePlace(line: place.line, column: place.column + 1)
        return scalar
    }

    /// Whether the text goes on with `mark`.
    func isAt(_ mark: String) -> Bool { scalars[index...].starts(with: mark.unicodeScalars) }

    /// Takes `mark` if the text goes on with it.
    mutating func take(_ mark: String) -> Bool {
        guard isAt(mark) else { return false }
        for _ in mark.unicodeScalars { _ = next() }
        return true
    }

    /// Takes everything before `mark`, and the mark; nil, with everything taken, when the text ends before it.
    mutating func take(through mark: String) -> String? {
        var taken = String.UnicodeScalarView()
        while peek != nil {
            if take(mark) { return String(taken) }
            if let scalar = next() { taken.append(scalar) }
        }
        return nil
    }
}
