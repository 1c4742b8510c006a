import ArgumentParser
import Domain
import Storage

/// `headframe open`: the console on one file.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "The console on one segment or an exported incident; nothing is written beside it.")

    @OptionGroup var look: LookOptions

    @Argument(help: ArgumentHelp("The file.", valueName: "file.db"))
    var file: String

    @Option(help: ArgumentHelp("Look back to this moment: 03:12, 2026-11-24T03:12:00Z, 2h (ago).", valueName: "time"))
    var at: String?

    func run() throws {
        try ProgramError.reporting {
            // What cannot be read is told before the screen is taken.
            let newest = try StoreOption.reader(of: file).summary().newest
            let moment = at ?? newest?.advanced(by: .seconds(1)).rfc3339()
            let session = try ConsoleSession(look: look, at: moment, clock: SystemClock())
            try session.run(store: file, isReadOnly: true)
        }
    }
}
