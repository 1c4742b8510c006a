import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe prompt diff`: what differs between two versions.
struct PromptDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What differs between two versions, by words, and in settings and variables.",
        discussion: """
            [-words that are gone-] and {+words that are new+}; < and > mark blocks that moved. Ends with 0; with --exit-code it \
            ends with 1 when anything differs.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The old version, such as support-answer@6.", valueName: "a"))
    var old: String

    @Argument(help: ArgumentHelp("The new version, such as support-answer@7.", valueName: "b"))
    var new: String

    @Flag(help: "End with 1 when anything differs.")
    var exitCode = false

    @Flag(help: "Print JSON.")
    var json = false

    mutating func run() throws {
        var isSame = true
        try ProgramError.reporting {
            let (reader, now) = (try store.open(), SystemClock().now())
            let report = PromptDifferenceReport(
                from: try reader.version(old, at: now), to: try reader.version(new, at: now))
            StandardOutput.write(json ? report.json.text : report.text)
            isSame = report.isEmpty
        }
        if exitCode, !isSame { throw ExitCode(ProgramExit.no.rawValue) }
    }
}
