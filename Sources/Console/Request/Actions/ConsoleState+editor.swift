import Domain
import Drawing

extension ConsoleState {
    /// Opens the editor with what was written before, else with what is stored, else with the answer itself.
    mutating func write(_ purpose: Editor.Purpose) -> [Effect] {
        guard let request, let span = judgedSpan else { return [] }
        let subject = Editor.Subject(trace: request.trace, span: span, purpose: purpose)
        let own = ownOpinion
        let said = purpose == .correction ? own.correction ?? request.answerText(of: span) : own.note
        let text = drafts[subject] ?? TextArea(said ?? "", limit: Editor.limit(purpose))
        overlay = .editor(Editor(subject: subject, text: text))
        return []
    }

    /// A key in the editor. Enter begins a line: only a key that no pasted text contains sends.
    mutating func press(_ key: Key, in editor: Editor) -> [Effect] {
        var editor = editor
        editor.mistake = nil
        switch key {
        case .escape:
            drafts.keep(editor.text, for: editor.subject)
            overlay = nil
            return []
        case .control("s"), .control("d"):
            do throws(CommandFailure) {
                if let reason = actionsAreOff { throw CommandFailure(reason) }
                let draft = try editor.draft()
                // Kept until it is stored.
                drafts.keep(editor.text, for: editor.subject)
                overlay = nil
                return [pending.send(.feedback(draft))]
            } catch {
                editor.mistake = error.reason
            }
        default:
            guard editor.text.edit(key, in: EditorView(editor, in: ScreenLayout(size).pane).field) else { return [] }
        }
        overlay = .editor(editor)
        return []
    }
}
