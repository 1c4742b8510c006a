import ArgumentParser
import Domain
import Glibc
import Reports
import Storage
import Synchronization

/// A command that writes rows of the store to a file, and goes on with one that was interrupted.
protocol RowExportCommand: ParsableCommand {
    var options: ExportOptions { get }
    /// Which rows are wanted, as it was written.
    var filterText: String { get }

    /// Writes the rows of `range` behind `place` until `isWanted` says no.
    ///
    /// - Returns: what is damaged.
    func exportRows(
        from reader: StoreReader, _ range: TimeRange, after place: ExportPlace?, to output: ExportOutput,
        isWanted: () -> Bool
    ) throws -> String?
}

extension RowExportCommand {
    /// What is exported, as the state of an interrupted export says it.
    private var what: String { Self.configuration.commandName ?? "" }

    mutating func run() throws {
        try ProgramError.reporting { try export() }
    }

    private func export() throws {
        let to = options.to
        let state = try options.resumed(what: what, filter: filterText)
        let range = try state.map(ExportOptions.range) ?? options.chosenRange()
        let reader = try options.store.open()
        // Whoever writes the store goes first.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        let output = try ExportOutput(
            to: to, format: to == "-" ? .jsonLines : ExportFormat(file: to) ?? .jsonLines, resuming: state,
            asked: (what, filterText, range))
        let isEnded = Atomic(false)
        let end = TerminationSignal()
        end.onArrival { isEnded.store(true, ordering: .relaxed) }
        let damage = try exportRows(from: reader, range, after: state?.place, to: output) {
            !isEnded.load(ordering: .relaxed)
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
                message: "reading \(options.store.path): the store is damaged (\(damage)); the rest was exported")
        }
    }
}
