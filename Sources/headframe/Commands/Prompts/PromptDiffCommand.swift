import ArgumentParser
import Comparison
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

    @Option(
        help: ArgumentHelp(
            "Write one page of HTML with the difference, the effect and the largest losses to this file, which must be new.",
            valueName: "file"))
    var report: String?

    mutating func run() throws {
        var isSame = true
        try ProgramError.reporting {
            let (reader, now) = (try store.open(), SystemClock().now())
            let (before, after) = (try reader.version(old, at: now), try reader.version(new, at: now))
            let difference = PromptDifferenceReport(from: before, to: after)
            StandardOutput.write(json ? difference.json.text : difference.text)
            isSame = difference.isEmpty
            if let report { try write(report, on: before, after, from: reader, at: now) }
        }
        if exitCode, !isSame { throw ExitCode(ProgramExit.no.rawValue) }
    }

    /// Whose calls the page speaks of.
    private static let traffic = Nanoseconds.days(7)

    private func write(
        _ file: String, on before: PromptVersion, _ after: PromptVersion, from reader: StoreReader, at now: Timestamp
    ) throws {
        guard before.prompt.name == after.prompt.name else {
            throw ProgramError(
                exit: .usage, message: "--report compares two versions of one prompt, not \(before.id) with \(after.id)"
            )
        }
        let range = TimeRange(from: now.advanced(by: -Self.traffic), to: now)
        let comparison = try PromptComparison.load(
            after.prompt.name, old: before.number, new: after.number, range: range, at: now, from: reader)
        guard let comparison else { return }
        if let reason = NewFile.write(ComparisonReport(comparison).html, to: file) {
            throw ProgramError(exit: .usage, message: "writing \(file): \(reason)")
        }
    }
}
