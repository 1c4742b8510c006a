import ArgumentParser
import Domain

/// `headframe prompt review`: what somebody thinks of a version.
struct PromptReviewCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Approve a version, or ask for changes.",
        discussion: "A review is bound to exactly what the version says. Nobody approves what they pushed themselves.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The version, such as support-answer@7.", valueName: "name@version"))
    var prompt: String

    @Flag(help: "It may go to users.")
    var approve = false

    @Flag(help: "Something has to change first.")
    var requestChanges = false

    @Option(help: ArgumentHelp("What you think of it; needed when asking for changes.", valueName: "text"))
    var comment: String?

    @Option(
        help: ArgumentHelp(
            "What you read, when that was elsewhere: 64 hexadecimal digits, as prompt show prints them.",
            valueName: "digest"))
    var digest: String?

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        guard approve != requestChanges else { throw ValidationError("Say one of --approve and --request-changes.") }
        let version = try store.promptVersion(prompt)
        guard let read = digest.map({ ContentDigest($0) }) ?? version.digest else {
            throw ValidationError("--digest: must be 64 hexadecimal digits.")
        }
        return .reviewPrompt(
            version.prompt.name, version: version.number,
            PromptReviewDraft(
                verdict: approve ? .approve : .requestChanges, comment: comment ?? "", digest: read))
    }

    func report(_ answer: JSON) -> String {
        guard !json, let review = PromptReview(answer) else { return answer.text }
        let verb = review.verdict == .approve ? "approved" : "asked for changes of"
        return "\(review.principal) \(verb) version \(review.version), \(review.digest.short)"
    }
}
