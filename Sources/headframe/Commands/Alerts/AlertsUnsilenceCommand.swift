import ArgumentParser
import Domain

/// `headframe alerts unsilence`: ends a silence before its time.
struct AlertsUnsilenceCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "unsilence", abstract: "End a silence before its time.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The number of the silence.", valueName: "number"))
    var silence: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        guard let id = SilenceID(silence) else {
            throw ValidationError("'\(silence)' is no silence: it has a whole number; headframe alerts lists them.")
        }
        return .endSilence(id)
    }

    func report(_ answer: JSON) -> String {
        guard !json, let silence = Silence(answer) else { return answer.text }
        return "silence \(silence.id) is over"
    }
}
