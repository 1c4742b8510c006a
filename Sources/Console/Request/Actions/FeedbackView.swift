import Domain
import Drawing

/// What one person said of a call, as it is shown.
struct FeedbackView: Hashable, Sendable {
    var rating: Rating?
    var correction: String?
    var note: String?
    /// Who said it; nil is who sits here.
    var principal: String?
    var time: Timestamp?
    /// Whether it is on its way to the collector.
    var isPending = false

    init() {}

    init(_ feedback: Feedback) {
        (rating, correction, note) = (feedback.rating, feedback.correction, feedback.note)
        (principal, time) = (feedback.principal, feedback.time)
    }

    /// Whether nothing is said.
    var isEmpty: Bool { rating == nil && correction == nil && note == nil }

    /// The judgement in a few words, for a title; empty when nothing is said.
    var mark: StyledText {
        let sign: StyledText =
            switch rating {
            case .up: StyledText("  + good", .statusOk)
            case .down: StyledText("  − bad", .statusCritical)
            case nil: StyledText()
            }
        return sign + (isPending ? StyledText("  … on its way", .statusUnknown) : StyledText())
    }

    /// The judgement as a part of a document.
    var part: DocumentPart {
        var title = StyledText("FEEDBACK  ", Style(.title, .bold))
        switch rating {
        case .up: title += StyledText("+ good", .statusOk)
        case .down: title += StyledText("− bad", .statusCritical)
        case nil: if isEmpty { title += StyledText("taken back", .textMuted) }
        }
        title += StyledText("  by \(principal ?? "you")", .textMuted)
        if let time { title += StyledText("  \(time.clock)", .textMuted) }
        if isPending { title += StyledText("  … on its way", .statusUnknown) }
        let said = [("should have been: ", correction), ("note: ", note)].compactMap { name, text in
            text.map { StyledText(name, .textMuted) + StyledText(masked: $0) }
        }
        return DocumentPart(
            id: "feedback \(principal ?? "")", title: title, text: .joined(said, separator: StyledText("\n")),
            copy: [correction, note].compactMap { $0 }.joined(separator: "\n"))
    }
}
