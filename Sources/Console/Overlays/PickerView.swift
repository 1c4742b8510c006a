import Drawing

/// The list in the middle of the screen, and which item is where.
struct PickerView {
    private let picker: Picker
    private let matches: [Picker.Item]
    private let box: Rect
    private let list: Rect
    private let field: Rect

    init(_ picker: Picker, in screen: Rect) {
        self.picker = picker
        matches = picker.matches
        let widest = picker.items.reduce(Text.width(of: picker.title) + 4) { max($0, StyledText($1.label).width()) }
        box = screen.centred(
            width: min(widest + 6, 60),
            height: min(picker.items.count + 2 + (picker.search == nil ? 0 : 1), screen.height - 4))
        let inside = box.inset()
        (field, list) = inside.splitTop(picker.search == nil ? 0 : 1)
    }

    func draw(on canvas: inout Canvas) {
        canvas.fill(box)
        Frame(title: StyledText(picker.title), isFocused: true).draw(in: box, on: &canvas)
        canvas.lay(box, on: .dialog)
        picker.search?.draw(prompt: StyledText("/", .key), in: field, on: &canvas)
        if matches.isEmpty { canvas.write("nothing matches", in: list, column: 1, style: .muted) }
        table.draw(in: list, on: &canvas)
    }

    /// The item that is drawn at these coordinates.
    func item(atX x: Int, y: Int) -> Int? {
        guard case .row(let index) = table.hit(x: x, y: y, in: list) else { return nil }
        return index
    }

    private var table: Table {
        let selected = matches.isEmpty ? nil : min(max(0, picker.selected), matches.count - 1)
        return Table.list(count: matches.count, selected: selected) { [matches] in StyledText(matches[$0].label) }
    }
}
