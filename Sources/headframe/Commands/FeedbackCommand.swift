import ArgumentParser
import Domain

/// `headframe feedback`: what a person says of an answer.
struct FeedbackCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "Say whether an answer was good, what the right one is, or take that back.",
        discussion: """
            One person says one thing of one call: saying more adds to it, saying it anew replaces it. A rating stands among \
            the scores of the call as 'feedback'.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The trace, as 32 hexadecimal digits.", valueName: "trace id"))
    var trace: String?

    @Argument(
        help: ArgumentHelp(
            "The span, as 16 hexadecimal digits; by default the only LLM call of the trace, else its root.",
            valueName: "span id"))
    var span: String?

    @Flag(help: "The answer was good.")
    var up = false

    @Flag(help: "The answer was bad.")
    var down = false

    @Option(help: ArgumentHelp("What the right answer would have been.", valueName: "text"))
    var correct: String?

    @Option(help: ArgumentHelp("Anything else.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("Take back the feedback with this id.", valueName: "id"))
    var takeBack: String?

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        let rating: Rating? = up ? .up : down ? .down : nil
        if let takeBack {
            guard trace == nil, rating == nil, correct == nil, note == nil, !down else {
                throw ValidationError("--take-back ID stands alone: it takes back all of one feedback.")
            }
            guard let id = FeedbackID(takeBack) else {
                throw ValidationError("--take-back \(takeBack): the id of a feedback is a whole number.")
            }
            return .takeBack(id)
        }
        guard !(up && down) else { throw ValidationError("--up and --down exclude each other.") }
        guard rating != nil || correct != nil || note != nil else {
            throw ValidationError("Say something: --up, --down, --correct TEXT, --note TEXT, or --take-back ID.")
        }
        guard let trace else { throw ValidationError("Say of which trace: headframe feedback TRACE_ID [SPAN_ID] …") }
        return .feedback(
            FeedbackDraft(
                traceID: try .read(trace), spanID: try span.map { try .read($0) }, rating: rating, correction: correct,
                note: note))
    }

    func report(_ answer: JSON) -> String {
        if json { return answer.text }
        guard let feedback = Feedback(answer) else { return answer.text }
        return takeBack == nil
            ? "feedback \(feedback.id) on span \(feedback.spanID) as \(feedback.principal)"
            : "feedback \(feedback.id) is taken back"
    }
}

extension TraceID {
    /// The id that an argument spells.
    static func read(_ text: String) throws -> TraceID {
        guard let id = TraceID(hex: text) else {
            throw ValidationError("'\(text)' is no trace id: it has 32 hexadecimal digits, not all zero.")
        }
        return id
    }
}

extension SpanID {
    /// The id that an argument spells.
    static func read(_ text: String) throws -> SpanID {
        guard let id = SpanID(hex: text) else {
            throw ValidationError("'\(text)' is no span id: it has 16 hexadecimal digits, not all zero.")
        }
        return id
    }
}
