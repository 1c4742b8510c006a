import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe export requests`: all calls of a range as a file.
struct ExportRequestsCommand: RowExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "All calls of a range.", discussion: ExportOptions.discussion)

    @OptionGroup var options: ExportOptions
    @OptionGroup var filter: FilterOption

    var filterText: String { filter.filter }

    func exportRows(
        from reader: StoreReader, _ range: TimeRange, after place: ExportPlace?, to output: ExportOutput,
        isWanted: () -> Bool
    ) throws -> String? {
        try reader.exportRequests(range, filter.parsed(), after: place) { rows, place in
            try output.write(rows.map { $0.exported(as: output.format) }, up: place)
            return isWanted()
        }
    }
}
