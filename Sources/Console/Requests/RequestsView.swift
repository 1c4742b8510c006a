import Diagnosis
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
        var texts: [RequestColumn: TextExtent] = [:]
        for column in RequestColumn.texts {
            let extent = TextExtent(rows.lazy.compactMap { column.text(of: $0) })
            if extent.first != nil { texts[column] = extent }
        }
        let families = TextExtent(rows.lazy.compactMap { $0.call.context.release }.map { VersionedName($0).family })
        let family = families.isSeveral ? nil : families.first.flatMap { $0.isEmpty ? nil : $0 }
        if family != nil {
            let versions = rows.lazy.compactMap { $0.call.context.release }.map { Self.release($0, family: family) }
            texts[.release] = TextExtent(versions)
        }
        texts[.status] = TextExtent(rows.lazy.map { CallStatus($0.call).label })
        releaseFamily = family
        widths = texts.mapValues(\.width)
        slowest = rows.reduce(0) { max($0, $1.duration?.seconds ?? 0) }
        let lastDay = answer.question.range.to.day
        showsDay = rows.contains { $0.end.day != lastDay }
        let slowest = slowest
        columns = (RequestColumn.fixed + Self.scores(rows)).filter { column in
            switch column {
            case .time, .status, .duration, .trace, .score: true
            case .bar: slowest > 0
            // What is the same everywhere, as far as the header says it, needs no column.
            case .service, .environment: texts[column]?.isSeveral ?? false
            case .firstToken, .input, .output, .cost: rows.contains { column.number(of: $0) != nil }
            case .model, .release, .prompt, .user, .session: texts[column] != nil
            }
        }
    }

    /// The three scores that most calls have.
    private static func scores(_ rows: [RequestRow]) -> [RequestColumn] {
        var counts: [String: Int] = [:]
        for row in rows {
            for score in row.scores where score.value != nil { counts[score.name, default: 0] += 1 }
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(3).map { RequestColumn.score($0.key) }
    }

    /// A release without the part that all have in common.
    static func release(_ name: String, family: String?) -> String {
        guard let family else { return name }
        let parts = VersionedName(name)
        return parts.family == family ? parts.version : name
    }
}

/// How much room texts take, and whether they differ.
private struct TextExtent {
    private(set) var first: String?
    private(set) var isSeveral = false
    /// Cells of the widest.
    private(set) var width = 0

    init(_ texts: some Sequence<String>) {
        var last: String?
        for text in texts where text != last {
            if first == nil { first = text } else if text != first { isSeveral = true }
            width = max(width, Text.width(of: Text.sanitized(text)))
            last = text
        }
    }
}
