import ArgumentParser
import Domain

/// `headframe drift reference`: an interval in which all was well.
struct DriftReferenceCommand: CommandingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Choose the interval that calls of a service are compared with.",
        discussion: "Whole hours count. The evidence begins anew; who chose what, and why, is written down.")

    @OptionGroup var store: StoreOption
    @OptionGroup var choice: DriftChoiceOptions

    @Option(help: ArgumentHelp("Its beginning: RFC 3339, 03:12, or 26h (ago).", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("Its end.", valueName: "time"))
    var to: String

    @Flag(help: "Print JSON.")
    var json = false

    func command() throws -> ControlCommand {
        let now = SystemClock().now()
        let (from, to) = (
            try Timestamp.read(from, option: "--from", now: now), try Timestamp.read(to, option: "--to", now: now)
        )
        guard to.since(from) >= .hours(1) else { throw ValidationError("--to must be an hour or more after --from.") }
        return .chooseReference(try choice.draft(TimeRange(from: from, to: to)))
    }

    func report(_ answer: JSON) -> String {
        json ? answer.text : "the reference was chosen; it counts from the next look on, within ten seconds"
    }
}
