import ArgumentParser
import Configuration
import Domain

/// `headframe release create`: a prompt version, a model and what belongs to them become one thing.
struct ReleaseCreateCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a release out of a prompt version, or of a file that names one.",
        discussion: """
            The first release of an app is served at once; later ones take the place of another by a rollout. A file is YAML: \
            prompt, app, model, parameters, index, guardrails, message.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("The version, such as support-answer@7.", valueName: "name@version"))
    var prompt: String?

    @Option(help: ArgumentHelp("The app; the name of the prompt when not given.", valueName: "name"))
    var app: String?

    @Option(help: ArgumentHelp("The model; the prompt's when not given.", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("The retrieval index; the prompt's when not given.", valueName: "name@version"))
    var index: String?

    @Option(help: ArgumentHelp("The set of guardrails.", valueName: "name@version"))
    var guardrails: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var message: String?

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        guard (file == nil) != (prompt == nil) else {
            throw ValidationError("Name one of: a file, --prompt NAME@VERSION.")
        }
        var draft = try fromFile() ?? fromPrompt()
        if let app { draft.app = app }
        if let model { draft.model = model }
        if let index { draft.retrievalIndex = index }
        if let guardrails { draft.guardrails = guardrails }
        if let message { draft.message = message }
        return .createRelease(draft)
    }

    private func fromFile() throws -> ReleaseDraft? {
        guard let file else { return nil }
        do throws(ConfigurationError) {
            return try ReleaseFile.load(file)
        } catch {
            throw ProgramError(exit: .usage, message: error.description).report()
        }
    }

    private func fromPrompt() throws -> ReleaseDraft {
        guard let reference = prompt.flatMap({ PromptReference($0) }) else {
            throw ValidationError("--prompt \(prompt ?? ""): write a version such as support-answer@7.")
        }
        return ReleaseDraft(prompt: reference)
    }

    func report(_ answer: JSON) -> String {
        guard !json, let release = RegisteredRelease(answer) else { return answer.text }
        return "made \(release.name), \(release.digest.short)"
    }
}
