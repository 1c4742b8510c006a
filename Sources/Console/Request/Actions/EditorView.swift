import Drawing

/// The editor as it is drawn.
struct EditorView {
    private let editor: Editor
    private let box: Rect
    /// Where the text stands.
    let field: Rect

    init(_ editor: Editor, in pane: Rect) {
        self.editor = editor
        box = pane.centred(width: min(pane.width - 2, 104), height: max(6, pane.height * 4 / 5))
        field = box.inset(horizontal: 2, vertical: 1)
    }

    func draw(on canvas: inout Canvas) {
        canvas.fill(box)
        let title: StyledText =
            switch editor.subject.purpose {
            case .correction: "What the answer should have been"
            case .note: "A note about the answer"
            }
        let hint: StyledText =
            if let mistake = editor.mistake {
                StyledText("▲ \(mistake)", .statusWarning)
            } else if editor.text.isFull {
                StyledText("▲ no more fits: \(Format.count(Double(editor.text.limit)))B", .statusWarning)
            } else {
                StyledText("Ctrl-S", .key) + StyledText(" or ", .textMuted) + StyledText("Ctrl-D", .key)
                    + StyledText(" sends it, ", .textMuted) + StyledText("Esc", .key)
                    + StyledText(" leaves and keeps it", .textMuted)
            }
        Frame(title: title, footer: hint, isFocused: true).draw(in: box, on: &canvas)
        canvas.lay(box, on: .dialog)
        editor.text.draw(in: field, on: &canvas)
    }
}
