import ArgumentParser
import Domain

/// `headframe score`: a judgement that an evaluator made.
struct ScoreCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Store a judgement of a call.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The trace, as 32 hexadecimal digits.", valueName: "trace id"))
    var trace: String

    @Argument(help: ArgumentHelp("The span, as 16 hexadecimal digits.", valueName: "span id"))
    var span: String

    @Option(help: ArgumentHelp("Which quality is judged, such as faithfulness.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("How good it is, as a number.", valueName: "number"))
    var value: Double?

    @Option(help: ArgumentHelp("The judgement in a word.", valueName: "word"))
    var label: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var explanation: String?

    @Option(help: ArgumentHelp("Who judged: human, llm or code.", valueName: "word"))
    var source: String?

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        guard value != nil || label != nil else {
            throw ValidationError("Say the judgement: --value N or --label WORD.")
        }
        guard value?.isFinite != false else { throw ValidationError("--value must be a finite number.") }
        return .score(
            ScoreDraft(
                subject: .span(try .read(trace), try .read(span)), name: name, value: value, label: label,
                explanation: explanation, source: source))
    }

    func report(_ answer: JSON) -> String { json ? answer.text : "stored" }
}
