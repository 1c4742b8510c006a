import ArgumentParser
import Console
import Domain
import Storage
import Terminal

/// `headframe`: the full-screen console.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "The full-screen console (the default).")

    @OptionGroup var store: StoreOption
    @OptionGroup var look: LookOptions

    @Option(help: ArgumentHelp("Look back to this moment: 03:12, 2026-11-24T03:12:00Z, 2h (ago).", valueName: "time"))
    var at: String?

    @Flag(help: "Take away every action that changes something.")
    var readOnly = false

    func run() throws {
        let path = store.path
        do {
            let session = try ConsoleSession(look: look, at: at, clock: SystemClock())
            try session.run(store: path, isReadOnly: readOnly)
        } catch let error as ProgramError {
            throw error.report()
        }
    }
}
