import ArgumentParser
import Domain

/// `headframe release rollback`: an app goes back to an earlier release.
struct ReleaseRollbackCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Have an app served by an earlier release at once.",
        discussion: "Prompt, model, parameters and index go back together.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The app.", valueName: "app"))
    var app: String

    @Option(help: ArgumentHelp("The release: r41, or the first digits of its digest.", valueName: "id"))
    var to: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        guard RegistryName.isValid(app) else { throw ValidationError("\(app): an app has \(RegistryName.rule).") }
        guard let reference = ReleaseReference(to) else {
            throw ValidationError("--to \(to): write r41, or at least eight digits of a digest.")
        }
        return .rollBack(app, RollBackDraft(release: reference, reason: reason))
    }

    func report(_ answer: JSON) -> String {
        guard !json, let active = ActiveRelease(answer) else { return answer.text }
        return "\(active.app) serves r\(active.number)\(active.former.map { ", before r\($0)" } ?? "")"
    }
}
