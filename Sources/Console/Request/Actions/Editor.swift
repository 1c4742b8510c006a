import Domain
import Drawing

/// Text of several lines that is written about a call, over the pane.
struct Editor: Sendable {
    /// What the text becomes.
    enum Purpose: Hashable, Sendable {
        case correction, note
    }

    /// Of what is written, and to what end.
    struct Subject: Hashable, Sendable {
        var trace: TraceID
        var span: SpanID
        var purpose: Purpose
    }

    let subject: Subject
    var text: TextArea
    /// What is wrong with the text; gone with the next key.
    var mistake: String?

    /// The most bytes that the collector takes.
    static func limit(_ purpose: Purpose) -> Int { purpose == .correction ? 256 << 10 : 16 << 10 }

    /// What the text says to the collector.
    ///
    /// - Throws: why it cannot be sent.
    func draft() throws(CommandFailure) -> FeedbackDraft {
        let text = text.text
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw CommandFailure("write something first, or leave with Esc")
        }
        var draft = FeedbackDraft(traceID: subject.trace, spanID: subject.span)
        switch subject.purpose {
        case .correction: draft.correction = text
        case .note: draft.note = text
        }
        return draft
    }
}
