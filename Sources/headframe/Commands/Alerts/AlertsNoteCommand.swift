import ArgumentParser
import Domain

/// `headframe alerts note`: a line beside an alert.
struct AlertsNoteCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write something beside an alert, for whoever comes next.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The alert.", valueName: "id"))
    var alert: String

    @Argument(help: ArgumentHelp("What to write.", valueName: "text"))
    var text: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand { .note(try .read(alert), text) }

    func report(_ answer: JSON) -> String {
        guard !json, let alert = Alert(answer) else { return answer.text }
        return "alert \(alert.id) has \(alert.notes.count) note\(alert.notes.count == 1 ? "" : "s")"
    }
}
