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

    @Argument(help: ArgumentHelp("The pane: overview or alerts.", valueName: "pane"))
    var pane: String = "overview"

    @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
    var size = SizeOption.standard

    @Option(help: ArgumentHelp("As it was at this moment.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("How far back the charts reach: 15m, 24h.", valueName: "length"))
    var last: String?

    /// What leads to a pane on the `:` line is its name.
    private static let panes = ["overview", "alerts"]

    func validate() throws {
        guard Self.panes.contains(pane) else {
            let names = Self.panes.joined(separator: ", ")
            throw ValidationError("there is no pane '\(pane)'; the panes are: \(names).")
        }
    }

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let session = try ConsoleSession(look: look, at: at, last: last, clock: SystemClock())
        return try session.screenshot(from: reader, width: size.width, height: size.height, now: now, leading: pane)
    }
}
