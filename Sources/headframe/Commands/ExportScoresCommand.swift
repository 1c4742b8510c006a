import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe export scores`: all judgements of a range as a file.
struct ExportScoresCommand: RowExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores", abstract: "All judgements made within a range.", discussion: ExportOptions.discussion)

    @OptionGroup var options: ExportOptions

    var filterText: String { "" }

    func exportRows(
        from reader: StoreReader, _ range: TimeRange, after place: ExportPlace?, to output: ExportOutput,
        isWanted: () -> Bool
    ) throws -> String? {
        try reader.exportScores(range, after: place) { rows, place in
            try output.write(rows.map(\.exported), up: place)
            return isWanted()
        }
    }
}
