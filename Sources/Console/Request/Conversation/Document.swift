import Drawing

/// Parts in lines, with a cursor: what is read by scrolling, folded, searched and copied. Lines are made when parts, folds or the
/// width change, not when they are drawn.
struct Document: Sendable {
    private(set) var parts: [DocumentPart] = []
    private(set) var lines: [DocumentLine] = []
    /// Index of the line that the keys are at.
    private(set) var cursor = 0
    /// The first line on the screen.
    private(set) var offset = 0
    /// The parts that are shown in full.
    private var unfolded: Set<String> = []
    /// The lines of each part, as long as nothing about it changes.
    private var bodies: [Body?] = []
    private var width = 0
    private var glyphs = GlyphSet.braille
    /// What is searched for; nil when nothing is.
    private(set) var needle: String?
    /// The lines in which it was found.
    private(set) var matches: [Int] = []

    /// A folded part longer than this is not wrapped beyond it.
    private static let previewBytes = 4096
    /// No more than this is unfolded at once: wrapping it again must not be felt.
    private static let unfoldingBytes = 1 << 20

    /// What a part says in lines.
    private struct Body: Sendable {
        var lines: [StyledText]
        /// Whether there is more of it, or would be if it were folded.
        var isLong: Bool
    }

    /// The part that the keys are at.
    var part: DocumentPart? {
        guard lines.indices.contains(cursor) else { return nil }
        return parts[lines[cursor].part]
    }

    /// Shows other parts; the cursor stays in the part in which it is, if that is still there.
    mutating func show(_ parts: [DocumentPart]) {
        let before = place
        let known = Dictionary(
            self.parts.indices.map { (self.parts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        let old = (parts: self.parts, bodies: bodies)
        bodies = parts.map { part in
            known[part.id].flatMap { old.parts[$0].text == part.text ? old.bodies[$0] : nil }
        }
        self.parts = parts
        layOut()
        restore(before)
    }

    /// Shows other parts from the beginning, folded.
    mutating func open(_ parts: [DocumentPart]) {
        (self.parts, unfolded, cursor, offset, needle) = (parts, [], 0, 0, nil)
        bodies = Array(repeating: nil, count: parts.count)
        layOut()
    }

    /// Makes room of another size.
    mutating func fit(width: Int, height: Int, glyphs: GlyphSet) {
        if width != self.width || glyphs != self.glyphs {
            (self.width, self.glyphs) = (width, glyphs)
            bodies = Array(repeating: nil, count: parts.count)
            let before = place
            layOut()
            restore(before)
        }
        // Some lines around the cursor are seen.
        let margin = max(0, height / 3)
        offset = min(max(offset, cursor + margin - height + 1), max(0, cursor - margin))
        offset = max(0, min(offset, lines.count - height))
    }

    mutating func move(to line: Int) { cursor = min(max(0, line), max(0, lines.count - 1)) }

    /// Folds the part in which the cursor is, or shows it in full.
    mutating func toggle() {
        guard lines.indices.contains(cursor) else { return }
        let index = lines[cursor].part
        guard bodies[index]?.isLong == true else { return }
        unfolded.formSymmetricDifference([parts[index].id])
        bodies[index] = nil
        layOut()
        if !unfolded.contains(parts[index].id) { cursor = lines.firstIndex { $0.part == index } ?? 0 }
        move(to: cursor)
    }

    /// Shows everything from the cursor on in full, as far as that is quickly done, or folds everything.
    mutating func toggleAll() {
        let before = place
        if unfolded.isEmpty {
            unfold { _ in true }
        } else {
            for index in parts.indices where unfolded.contains(parts[index].id) { bodies[index] = nil }
            unfolded = []
        }
        layOut()
        restore(before)
    }

    /// Unfolds the long parts that are `wanted`, those from the cursor on first, as many as are quickly wrapped.
    private mutating func unfold(_ wanted: (DocumentPart) -> Bool) {
        let first = lines.indices.contains(cursor) ? lines[cursor].part : 0
        var room = Self.unfoldingBytes
        for index in Array(parts.indices[first...]) + Array(parts.indices[..<first]) {
            guard bodies[index]?.isLong == true, !unfolded.contains(parts[index].id), wanted(parts[index]) else {
                continue
            }
            room -= parts[index].text.runs.reduce(0) { $0 + $1.text.utf8.count }
            guard room >= 0 else { return }
            unfolded.insert(parts[index].id)
            bodies[index] = nil
        }
    }

    // MARK: Searching

    /// Looks for `needle`, upper and lower case alike, unfolds where it is found, and goes to the first place from the cursor on.
    /// - Returns: in how many lines it is.
    mutating func search(_ needle: String?) -> Int {
        self.needle = needle.flatMap { $0.isEmpty ? nil : $0 }
        if let needle = self.needle {
            let before = place
            unfold { TextSearch.contains($0.text.string, needle) }
            layOut()
            restore(before)
        } else {
            matches = []
        }
        if let next = matches.first(where: { $0 >= cursor }) ?? matches.first { cursor = next }
        return matches.count
    }

    /// Goes to the next place where the search found something, or to the one before; round the ends.
    mutating func goToMatch(_ direction: Int) {
        let next =
            direction > 0
            ? matches.first { $0 > cursor } ?? matches.first : matches.last { $0 < cursor } ?? matches.last
        if let next { cursor = next }
    }

    // MARK: Lines

    /// Where the cursor is, whatever becomes of the lines.
    private var place: (id: String, line: Int)? {
        guard lines.indices.contains(cursor) else { return nil }
        let part = lines[cursor].part
        let first = lines[..<cursor].lastIndex { $0.part != part }.map { $0 + 1 } ?? 0
        return (parts[part].id, cursor - first)
    }

    private mutating func restore(_ place: (id: String, line: Int)?) {
        defer { move(to: cursor) }
        guard let place, let part = parts.firstIndex(where: { $0.id == place.id }),
            let first = lines.firstIndex(where: { $0.part == part })
        else { return }
        let count = lines[first...].prefix { $0.part == part }.count
        cursor = first + min(place.line, count - 1)
    }

    private mutating func layOut() {
        lines = []
        guard width > 0 else { return }
        for (index, part) in parts.enumerated() {
            if part.startsParagraph, !lines.isEmpty { lines.append(DocumentLine(part: index, text: StyledText())) }
            if !part.title.isEmpty { lines.append(DocumentLine(part: index, text: part.title)) }
            let body = bodies[index] ?? self.body(part)
            bodies[index] = body
            for line in body.lines {
                let indent = StyledText(String(repeating: " ", count: part.indent))
                lines.append(DocumentLine(part: index, text: indent + line))
            }
        }
        guard let needle else { return }
        matches = lines.indices.filter { TextSearch.contains(lines[$0].text.string, needle) }
    }

    private func body(_ part: DocumentPart) -> Body {
        guard !part.text.isEmpty else { return Body(lines: [], isLong: false) }
        let room = max(1, width - part.indent)
        guard let preview = part.preview, !unfolded.contains(part.id) else {
            let lines = part.text.wrapped(width: room, glyphs: glyphs)
            return Body(lines: lines, isLong: part.preview.map { lines.count > $0 + 1 } ?? false)
        }
        let bytes = part.text.runs.reduce(0) { $0 + $1.text.utf8.count }
        let isCut = bytes > Self.previewBytes
        let shown = isCut ? part.text.prefix(bytes: Self.previewBytes) : part.text
        let wrapped = shown.wrapped(width: room, glyphs: glyphs)
        // One line more costs as much room as saying that there is one.
        guard isCut || wrapped.count > preview + 1 else { return Body(lines: wrapped, isLong: false) }
        let last = wrapped.prefix(preview).lastIndex { !$0.isEmpty } ?? 0
        let hidden = isCut ? "\(Format.count(Double(bytes)))B in all" : "\(wrapped.count - last - 1) more lines"
        return Body(lines: wrapped[...last] + [StyledText("▸ \(hidden)", .key)], isLong: true)
    }
}
