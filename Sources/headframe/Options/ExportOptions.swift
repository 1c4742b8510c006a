import ArgumentParser
import Domain
import Reports

/// Where exported rows go, and of which time they are.
struct ExportOptions: ParsableArguments {
    static let discussion = """
        The file has its name only when it is whole; until then it ends in .partial, and an export that was interrupted goes on with \
        --resume: no row is lost or written twice. CSV follows RFC 4180; a text that a spreadsheet would take for a formula gets a \
        single quote before it.
        """

    @OptionGroup var store: StoreOption

    @Option(
        help: ArgumentHelp(
            "The file, ending in .jsonl or .csv; - for JSON lines on standard output.", valueName: "file"))
    var to: String

    @Option(help: ArgumentHelp("Look back so far from now: 15m, 24h, 7d.", valueName: "length"))
    var last: String?

    @Option(help: ArgumentHelp("From this moment on: RFC 3339, 2026-11-24, 03:12, or 2h (ago).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Up to this moment; now when not given.", valueName: "time"))
    var until: String?

    @Flag(help: "Go on with an export to this file that was interrupted.")
    var resume = false

    func validate() throws {
        guard to == "-" || ExportFormat(file: to) != nil else {
            throw ValidationError("--to \(to): name a file that ends in .jsonl or .csv, or - for standard output.")
        }
        if resume, to == "-" { throw ValidationError("--resume goes on with a file; standard output is none.") }
    }

    /// What an export that is to go on has done.
    func resumed(what: String, filter: String) throws -> ExportState? {
        guard resume else { return nil }
        guard let state = ExportFile.state(of: to) else {
            throw ProgramError(
                exit: .notFound, message: "going on with \(to): no export to it was interrupted; leave --resume away")
        }
        guard state.what == what, state.filter == filter, last == nil, from == nil, until == nil else {
            throw ValidationError(
                "the interrupted export was of \(state.what) with --filter '\(state.filter)'; write the same, and no times."
            )
        }
        return state
    }

    func chosenRange() throws -> TimeRange {
        var options = RangeOptions()
        (options.last, options.from, options.to) = (last, from, until)
        return try options.range(now: SystemClock().now())
    }

    static func range(_ state: ExportState) throws -> TimeRange {
        guard let from = Timestamp(rfc3339: state.from), let to = Timestamp(rfc3339: state.to) else {
            throw ProgramError(exit: .damaged, message: "going on with an export: its state is damaged; begin anew")
        }
        return TimeRange(from: from, to: to)
    }
}
