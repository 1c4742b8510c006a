import Drawing

/// Facts with their names in front, one below the other; long ones take several lines.
struct FactList {
    private var facts: [(name: String, text: StyledText)] = []

    /// How many there are.
    var count: Int { facts.count }

    /// Adds a fact; one that is nil or empty is left out.
    mutating func add(_ name: String, _ text: StyledText?) {
        if let text, !text.isEmpty { facts.append((name, text)) }
    }

    /// Adds a fact in plain words.
    mutating func add(_ name: String, _ text: String?) { add(name, text.map { StyledText($0) }) }

    /// Draws them, and returns what is left below.
    func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
        let width = (facts.map { Text.width(of: $0.name) }.max() ?? 0) + 2
        var rest = rect
        for fact in facts {
            canvas.write(fact.name, in: rest, style: .muted)
            for line in fact.text.wrapped(width: max(1, rect.width - width), glyphs: canvas.glyphs) {
                canvas.write(line, in: rest.splitLeft(width).rest)
                rest = rest.splitTop(1).rest
            }
        }
        return rest
    }
}
