import ArgumentParser
import Domain

/// `headframe alerts test`: whether a receiver can be told anything.
struct AlertsTestCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Tell a receiver of alerts that this is a test, and say whether it heard.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The receiver, as alerts.receivers in the configuration names it.", valueName: "name"))
    var receiver: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand { .testReceiver(receiver) }

    func report(_ answer: JSON) -> String { json ? answer.text : "receiver \(receiver) was told" }
}
