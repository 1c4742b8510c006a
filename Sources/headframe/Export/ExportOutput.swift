import Domain
import Drawing
import Reports
import Storage

/// Where exported rows go: a file that can be gone on with, or standard output.
final class ExportOutput {
    let format: ExportFormat
    private(set) var rows: Int64
    private let file: ExportFile?
    private let asked: (what: String, filter: String, range: TimeRange)
    private var hasHeader: Bool
    private var place: ExportPlace?
    private var nextKeeping: Int64

    init(
        to path: String, format: ExportFormat, resuming state: ExportState?,
        asked: (what: String, filter: String, range: TimeRange)
    ) throws {
        (self.format, self.asked) = (format, asked)
        file = path == "-" ? nil : try ExportFile(path, resuming: state)
        rows = state?.rows ?? 0
        hasHeader = state.map { $0.rows > 0 } ?? false
        nextKeeping = rows + Self.rowsBetweenKeeping
    }

    /// Writes rows, which are all there are up to `place`.
    func write(_ members: [[JSON.Member]], up place: ExportPlace) throws {
        var text = ""
        for row in members {
            if !hasHeader {
                text += format.header(of: row.map(\.name))
                hasHeader = true
            }
            text += format.line(row)
        }
        if let file { try file.write(text) } else if !text.isEmpty { StandardOutput.write(String(text.dropLast())) }
        rows += Int64(members.count)
        self.place = place
        guard rows >= nextKeeping else { return }
        nextKeeping = rows + Self.rowsBetweenKeeping
        try keep()
        if file != nil { StandardError.progress("\(Format.grouped(Int(rows))) rows") }
    }

    /// Leaves the file so that it can be gone on with.
    func interrupt() throws { try keep() }

    func finish() throws { try file?.finish() }

    private func keep() throws {
        guard let file, let place else { return }
        try file.keep(
            ExportState(
                what: asked.what, filter: asked.filter, from: asked.range.from.rfc3339(.nanoseconds),
                to: asked.range.to.rfc3339(.nanoseconds), place: place, bytes: file.bytes, rows: rows))
    }

    private static let rowsBetweenKeeping: Int64 = 50_000
}
