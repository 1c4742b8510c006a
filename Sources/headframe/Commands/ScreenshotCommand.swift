import ArgumentParser
import Console
import Domain
import Storage

/// `headframe screenshot`: a pane as text, without a terminal.
struct ScreenshotCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "screenshot", abstract: "A pane as text, without a terminal.")

    @OptionGroup var store: StoreOption
    @OptionGroup var look: LookOptions

    @Argument(
        help: ArgumentHelp(
            "The pane: overview, alerts, incident, prompts, comparison, rollouts, evals or audit.", valueName: "pane"))
    var pane: String = "overview"

    @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
    var size = SizeOption.standard

    @Option(help: ArgumentHelp("As it was at this moment.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("How far back the charts reach: 15m, 24h.", valueName: "length"))
    var last: String?

    /// The panes, with the lines of commands that lead to each.
    private static let panes = [
        ("overview", ["overview"]), ("rollouts", ["rollouts"]), ("alerts", ["alerts"]),
        ("incident", ["alerts", "incident"]),
        ("prompts", ["prompts"]), ("comparison", ["prompts", "diff"]), ("evals", ["evals"]), ("audit", ["audit"]),
    ]
    private var lines: [String]? { Self.panes.first { $0.0 == pane }?.1 }

    func validate() throws {
        guard lines != nil else {
            let names = Self.panes.map(\.0).joined(separator: ", ")
            throw ValidationError("there is no pane '\(pane)'; the panes are: \(names).")
        }
    }

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let session = try ConsoleSession(look: look, at: at, last: last, clock: SystemClock())
        return try session.screenshot(
            from: reader, width: size.width, height: size.height, now: now, leading: lines ?? [])
    }
}
