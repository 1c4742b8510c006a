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
    private var width = 0
    private var glyphs = GlyphSet.braille
    /// What is searched for; nil when nothing is.
    private(set) var needle: String?
    /// The lines in which it was found.
    private(set) var matches: [Int] = []

    /// A folded part longer than this is not wrapped beyond it.
    private static let previewBytes = 4096

    /// The part that the keys are at.
    var part: DocumentPart? {
        guard lines.indices.contains(cursor) else { return nil }
        return parts[lines[cursor].part]
    }

    /// Shows other parts; the cursor stays in the part in which it is, if that is still there.
    mutating func show(_ parts: [DocumentPart]) {
        let before = place
        self.parts = parts
        layOut()
        restore(before)
    }

    /// Shows other parts from the beginning, folded.
    mutating func open(_ parts: [DocumentPart]) {
        (self.parts, unfolded, cursor, offset, needle) = (parts, [], 0, 0, nil)
        layOut()
    }

    /// Makes room of another size.
    mutating func fit(width: Int, height: Int, glyphs: GlyphSet) {
        if width != self.width || glyphs != self.glyphs {
            (self.width, self.glyphs) = (width, glyphs)
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
        guard let part, let index = lines.indices.contains(cursor) ? lines[cursor].part : nil, isLong(part) else {
            return
        }
        unfolded.formSymmetricDifference([part.id])
        layOut()
        if !unfolded.contains(part.id) { cursor = lines.firstIndex { $0.part == index } ?? 0 }
        move(to: cursor)
    }

    /// Shows everything in full, or folds everything.
    mutating func toggleAll() {
        let before = place
        unfolded = unfolded.isEmpty ? Set(parts.filter(isLong).map(\.id)) : []
        layOut()
        restore(before)
    }

    // MARK: Searching

    /// Looks for `needle`, upper and lower case alike, unfolds where it is found, and goes to the first place from the cursor on.
    /// - Returns: in how many lines it is.
    mutating func search(_ needle: String?) -> Int {
        self.needle = needle.flatMap { $0.isEmpty ? nil : $0 }
        if let needle = self.needle {
            let before = place
            for part in parts where isLong(part) && TextSearch.contains(part.text.string, needle) {
                unfolded.insert(part.id)
            }
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

    /// Whether the part has more than its preview shows.
    private func isLong(_ part: DocumentPart) -> Bool {
        guard let preview = part.preview else { return false }
        let text = part.text.string
        if text.utf8.count > Self.previewBytes { return true }
        let room = max(1, width - part.indent)
        return part.text.wrapped(width: room, glyphs: glyphs).count > preview + 1
    }

    private mutating func layOut() {
        lines = []
        guard width > 0 else { return }
        for (index, part) in parts.enumerated() {
            if part.startsParagraph, !lines.isEmpty { lines.append(DocumentLine(part: index, text: StyledText())) }
            if !part.title.isEmpty { lines.append(DocumentLine(part: index, text: part.title)) }
            for line in body(part) {
                let indent = StyledText(String(repeating: " ", count: part.indent))
                lines.append(DocumentLine(part: index, text: indent + line))
            }
        }
        guard let needle else { return }
        matches = lines.indices.filter { TextSearch.contains(lines[$0].text.string, needle) }
    }

    private func body(_ part: DocumentPart) -> [StyledText] {
        guard !part.text.isEmpty else { return [] }
        let room = max(1, width - part.indent)
        guard let preview = part.preview, !unfolded.contains(part.id) else {
            return part.text.wrapped(width: room, glyphs: glyphs)
        }
        let bytes = part.text.runs.reduce(0) { $0 + $1.text.utf8.count }
        let shown = bytes > Self.previewBytes ? part.text.prefix(bytes: Self.previewBytes) : part.text
        let wrapped = shown.wrapped(width: room, glyphs: glyphs)
        // One line more costs as much room as saying that there is one.
        guard bytes > Self.previewBytes || wrapped.count > preview + 1 else { return wrapped }
        let last = wrapped.prefix(preview).lastIndex { !$0.isEmpty } ?? 0
        let hidden =
            bytes > Self.previewBytes
            ? "\(Format.count(Double(bytes)))B in all" : "\(wrapped.count - last - 1) more lines"
        return wrapped[...last] + [StyledText("▸ \(hidden)", .key)]
    }
}
