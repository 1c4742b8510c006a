import Domain
import Drawing

/// Texts that were written and not stored yet, so that leaving the editor, or a collector that is away, loses nothing.
struct Drafts: Sendable {
    private var texts: [(subject: Editor.Subject, text: TextArea)] = []
    private static let limit = 8

    subscript(subject: Editor.Subject) -> TextArea? { texts.last { $0.subject == subject }?.text }

    mutating func keep(_ text: TextArea, for subject: Editor.Subject) {
        texts.removeAll { $0.subject == subject }
        texts.append((subject, text))
        if texts.count > Self.limit { texts.removeFirst() }
    }

    /// Forgets what the collector has stored now.
    mutating func remove(of command: ControlCommand) {
        guard case .feedback(let draft) = command, let span = draft.spanID else { return }
        for (purpose, said) in [(Editor.Purpose.correction, draft.correction), (.note, draft.note)] where said != nil {
            let subject = Editor.Subject(trace: draft.traceID, span: span, purpose: purpose)
            texts.removeAll { $0.subject == subject && $0.text.text == said }
        }
    }
}
