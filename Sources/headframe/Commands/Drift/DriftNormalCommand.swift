import ArgumentParser
import Domain

/// `headframe drift normal`: what is now is the new normal.
struct DriftNormalCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "normal", abstract: "Say that what is now is the new normal: the reference is learned anew.",
        discussion: "Until it is learned nothing can be said, and nothing is shown as calm.")

    @OptionGroup var store: StoreOption
    @OptionGroup var choice: DriftChoiceOptions

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand { .chooseReference(try choice.draft(nil)) }

    func report(_ answer: JSON) -> String {
        json ? answer.text : "the reference is learned anew from the next full hour on"
    }
}
