import Domain
import Drawing

/// What a reviewer decides about the newer of two versions.
extension ConsoleState {
    /// The words by which verdicts are typed.
    static let verdictWords: [(word: String, verdict: PromptReview.Verdict)] = [
        ("approve", .approve), ("changes", .requestChanges),
    ]

    /// Why the version cannot be reviewed now; nil when it can.
    var reviewIsOff: String? {
        guard let answer = comparison?.answer else { return "there is nothing to compare yet" }
        if let reason = controlIsOff { return reason }
        return answer.new.author == principal ? "you pushed version \(answer.new.number) yourself" : nil
    }

    /// Sends a review of the newer version, bound to what was read; without a text, begins the line.
    mutating func reviewVersion(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let answer = comparison?.answer else { return [] }
        guard let text else {
            overlay = .prompt(Prompt(.command, "review "))
            return []
        }
        let parts = text.split(separator: " ", maxSplits: 1)
        guard let word = parts.first, let verdict = Self.verdictWords.first(where: { $0.word == word })?.verdict else {
            throw CommandFailure("write approve, or changes and which", at: 0)
        }
        let comment = parts.count > 1 ? String(parts[1]) : ""
        guard verdict == .approve || !comment.isEmpty else {
            throw CommandFailure(
                "write which changes version \(answer.new.number) needs: review changes …",
                at: text.unicodeScalars.count)
        }
        let draft = PromptReviewDraft(
            verdict: verdict, comment: try Self.checked(comment), digest: answer.new.digest)
        return [pending.send(.reviewPrompt(answer.history.name, version: answer.new.number, draft))]
    }
}
