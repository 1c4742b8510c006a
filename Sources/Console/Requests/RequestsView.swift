import Domain
import Drawing

/// An answer with what is derived from it once, when it arrives, rather than with every frame.
struct RequestsView: Sendable {
    let answer: RequestsAnswer
    /// The columns that have something to show, from left to right.
    let columns: [RequestColumn]
    /// Cells that the widest text of a column takes.
    let widths: [RequestColumn: Int]
    /// Seconds of the slowest call.
    let slowest: Double
    /// What stands before the `@` of every release, when it is the same everywhere and so says nothing.
    let releaseFamily: String?
    /// Whether a call ended on another UTC day than the last one that was asked for.
    let showsDay: Bool

    var rows: [RequestRow] { answer.page.rows }

    init(_ answer: RequestsAnswer) {
        self.answer = answer
        let rows = answer.page.rows
        var texts: [RequestColumn: Set<String>] = [:]
        var numbers: Set<RequestColumn> = []
        var scores: [String: Int] = [:]
        var families: Set<String> = []
        var slowest = 0.0
        for row in rows {
            for column in RequestColumn.texts {
                if let text = column.text(of: row) { texts[column, default: []].insert(text) }
            }
            for column in RequestColumn.numbers where column.number(of: row) != nil { numbers.insert(column) }
            for score in row.scores where score.value != nil { scores[score.name, default: 0] += 1 }
            if let release = row.call.context.release { families.insert(VersionedName(release).family) }
            slowest = max(slowest, row.duration?.seconds ?? 0)
        }
        self.slowest = slowest
        releaseFamily = families.count == 1 ? families.first.flatMap { $0.isEmpty ? nil : $0 } : nil
        let lastDay = answer.question.range.to.day
        showsDay = rows.contains { $0.end.day != lastDay }
        let named = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map {
            RequestColumn.score($0.key)
        }
        columns = (RequestColumn.fixed + named).filter { column in
            switch column {
            case .time, .status, .duration, .trace, .score: true
            case .bar: slowest > 0
            // What is the same everywhere, as far as the header says it, needs no column.
            case .service, .environment: (texts[column]?.count ?? 0) > 1
            case .firstToken, .input, .output, .cost: numbers.contains(column)
            case .model, .release, .prompt, .user, .session: texts[column] != nil
            }
        }
        let family = releaseFamily
        widths = texts.mapValues { texts in
            texts.reduce(0) { max($0, Text.width(of: Text.sanitized($1))) }
        }
        .merging(
            [
                .status: rows.reduce(0) { max($0, CallStatus($1.call).label.unicodeScalars.count) },
                .release: (texts[.release] ?? []).reduce(0) {
                    max($0, Text.width(of: Text.sanitized(Self.release($1, family: family))))
                },
            ], uniquingKeysWith: { $1 })
    }

    /// A release without the part that all have in common.
    static func release(_ name: String, family: String?) -> String {
        guard let family else { return name }
        let parts = VersionedName(name)
        return parts.family == family ? parts.version : name
    }
}
