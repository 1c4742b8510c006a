import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe rollout show`.
struct RolloutShowCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A rollout: its steps, how its gates stand, and what happened.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The rollout.", valueName: "id"))
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let detail = try reader.detail(of: id, at: now)
        return json ? detail.json.text : RolloutReport.text(detail)
    }
}

extension StoreReader {
    /// The rollout that somebody named; ends the program when there is none.
    func detail(of id: String, at now: Timestamp) throws -> RolloutDetail {
        guard let detail = try rollout(try RolloutID.read(id), at: now.advanced(by: .minutes(1))) else {
            throw ProgramError(
                exit: .notFound, message: "there is no rollout \(id); headframe rollout list says which there are")
        }
        return detail
    }
}
