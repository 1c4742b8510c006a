import ArgumentParser
import Domain
import Storage

/// `headframe prompt label`: a label goes to another version.
struct PromptLabelCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Put a label such as staging on a version.",
        discussion: """
            Protected labels (prompts.protected_labels of the configuration, by default production) can be put only on a version \
            that somebody else than its author has approved.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The version, such as support-answer@7.", valueName: "name@version"))
    var prompt: String

    @Argument(help: ArgumentHelp("The label.", valueName: "label"))
    var label: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        let version = try store.promptVersion(prompt)
        return .labelPrompt(
            version.prompt.name, PromptLabelDraft(label: label, version: version.number, reason: reason))
    }

    func report(_ answer: JSON) -> String {
        guard !json, let move = PromptLabelMove(answer) else { return answer.text }
        return "\(move.label) stands on version \(move.version)\(move.former.map { ", before on \($0)" } ?? "")"
    }
}

extension StoreOption {
    /// The version that somebody named, as the store has it.
    func promptVersion(_ text: String) throws -> PromptVersion {
        do {
            return try open().version(text, at: SystemClock().now())
        } catch let error as ProgramError {
            throw error.report()
        }
    }
}
