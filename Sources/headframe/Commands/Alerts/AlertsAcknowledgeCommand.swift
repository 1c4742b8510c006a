import ArgumentParser
import Domain

/// `headframe alerts ack`: somebody looks after an alert.
struct AlertsAcknowledgeCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack", abstract: "Say that you look after an alert: it is not said again unless it becomes a page."
    )

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The alert.", valueName: "id"))
    var alert: String

    @Option(help: ArgumentHelp("What to write beside it.", valueName: "text"))
    var note: String?

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand { .acknowledge(try .read(alert), note: note) }

    func report(_ answer: JSON) -> String {
        guard !json, let alert = Alert(answer) else { return answer.text }
        return "alert \(alert.id) is looked after by \(alert.acknowledgement?.principal ?? "nobody")"
    }
}
