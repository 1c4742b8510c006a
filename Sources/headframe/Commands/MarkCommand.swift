import ArgumentParser
import Domain

/// `headframe mark`: something was changed, says a person or a deploy script.
struct MarkCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Write down that something was changed, such as a deploy.",
        discussion: """
            The mark stands on every chart and under 'What changed', where it is weighed against what is wrong. Nobody can change \
            or remove it.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("What was done, in one line.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("The service that it is about; all when not given.", valueName: "name"))
    var service: String?

    @Option(help: ArgumentHelp("The environment that it is about; all when not given.", valueName: "name"))
    var environment: String?

    @Option(help: ArgumentHelp("When: RFC 3339, 03:12, or 10m (ago); now when not given.", valueName: "time"))
    var at: String?

    @Flag(help: "It is a note and no change.")
    var note = false

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        let time = try at.map { try Timestamp.read($0, option: "--at", now: SystemClock().now()) }
        return .mark(
            MarkDraft(
                text: text, kind: note ? .note : .deploy, service: service, environment: environment, time: time))
    }

    func report(_ answer: JSON) -> String {
        if json { return answer.text }
        guard let mark = Mark(answer) else { return answer.text }
        return "marked at \(mark.time.rfc3339()) as \(mark.principal ?? "nobody")"
    }
}
