import ArgumentParser
import Domain
import Drawing
import Glibc
import Reports
import Storage
import Synchronization

/// `headframe export`: all calls or judgements of a range as a file.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "All calls or judgements of a range as a file.",
        discussion: """
            The file has its name only when it is whole; until then it ends in .partial, and an export that was interrupted goes on with \
            --resume: no row is lost or written twice. CSV follows RFC 4180; a text that a spreadsheet would take for a formula gets a \
            single quote before it.
            """)

    /// What is exported.
    enum What: String, CaseIterable, ExpressibleByArgument { case requests, scores }

    @OptionGroup var store: StoreOption
    @OptionGroup var filter: FilterOption

    @Argument(help: "requests or scores.")
    var what: What

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

    func run() throws {
        do {
            try export()
        } catch let error as ProgramError {
            throw error.report()
        } catch let error as StoreError {
            throw ProgramError(error).report()
        } catch let error as ValidationError {
            throw ProgramError(exit: .usage, message: error.message).report()
        }
    }

    func validate() throws {
        guard to == "-" || ExportFormat(file: to) != nil else {
            throw ValidationError("--to \(to): name a file that ends in .jsonl or .csv, or - for standard output.")
        }
        if resume, to == "-" { throw ValidationError("--resume goes on with a file; standard output is none.") }
        if what == .scores, !filter.filter.isEmpty {
            throw ValidationError("--filter is about calls; scores have none.")
        }
    }

    private func export() throws {
        let wanted = try filter.parsed()
        let state = try resumed()
        let range = try state.map(Self.range) ?? chosenRange()
        let reader = try store.open()
        // Whoever writes the store goes first.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        let output = try ExportOutput(
            to: to, format: to == "-" ? .jsonLines : ExportFormat(file: to) ?? .jsonLines, resuming: state,
            asked: (what.rawValue, filter.filter, range))
        let isEnded = Atomic(false)
        let end = TerminationSignal()
        end.onArrival { isEnded.store(true, ordering: .relaxed) }
        let damage =
            switch what {
            case .requests:
                try reader.exportRequests(range, wanted, after: state?.place) { rows, place in
                    try output.write(rows.map { $0.exported(as: output.format) }, up: place)
                    return !isEnded.load(ordering: .relaxed)
                }
            case .scores:
                try reader.exportScores(range, after: state?.place) { rows, place in
                    try output.write(rows.map(\.exported), up: place)
                    return !isEnded.load(ordering: .relaxed)
                }
            }
        StandardError.progress(nil)
        if isEnded.load(ordering: .relaxed) {
            try output.interrupt()
            throw ProgramError(
                exit: .undecided,
                message: "exporting to \(to): ended after \(output.rows) rows; the same with --resume goes on")
        }
        try output.finish()
        if let damage {
            throw ProgramError(
                exit: .damaged,
                message: "reading \(store.path): the store is damaged (\(damage)); the rest was exported")
        }
    }

    /// What an export that is to go on has done.
    private func resumed() throws -> ExportState? {
        guard resume else { return nil }
        guard let state = ExportFile.state(of: to) else {
            throw ProgramError(
                exit: .notFound, message: "going on with \(to): no export to it was interrupted; leave --resume away")
        }
        guard state.what == what.rawValue, state.filter == filter.filter, last == nil, from == nil, until == nil else {
            throw ValidationError(
                "the interrupted export was of \(state.what) with --filter '\(state.filter)'; write the same, and no times."
            )
        }
        return state
    }

    private func chosenRange() throws -> TimeRange {
        var options = RangeOptions()
        (options.last, options.from, options.to) = (last, from, until)
        return try options.range(now: SystemClock().now())
    }

    private static func range(_ state: ExportState) throws -> TimeRange {
        guard let from = Timestamp(rfc3339: state.from), let to = Timestamp(rfc3339: state.to) else {
            throw ProgramError(exit: .damaged, message: "going on with an export: its state is damaged; begin anew")
        }
        return TimeRange(from: from, to: to)
    }
}
