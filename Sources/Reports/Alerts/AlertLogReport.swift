import Domain
import Drawing
import Wording

/// The answer of `headframe alerts log`.
public struct AlertLogReport: Sendable {
    private let entries: [Entry]

    /// Something that happened.
    private enum Entry {
        case event(AlertEvent)
        case silence(Silence)

        var time: Timestamp {
            switch self {
            case .event(let event): event.time
            case .silence(let silence): silence.from
            }
        }
    }

    /// The report of the newest `limit` of events and of silences that were made.
    public init(_ events: [AlertEvent], silences: [Silence] = [], limit: Int = .max) {
        let all = events.map(Entry.event) + silences.map(Entry.silence)
        entries = Array(all.sorted { $0.time > $1.time }.prefix(max(0, limit)))
    }

    /// One JSON object a line; one of a silence has the member `silence`.
    public var jsonLines: String {
        entries.map { entry in
            switch entry {
            case .event(let event): event.json.text
            case .silence(let silence): JSON.object([.init("silence", silence.json)]).text
            }
        }.joined(separator: "\n")
    }

    /// The same as a table for people.
    public var text: String {
        guard !entries.isEmpty else { return "nothing happened in that time" }
        var table = TextTable([
            .init("TIME", .left), .init("ALERT", .left), .init("WHAT", .left), .init("", .left),
            .init("RULE", .left), .init("OF", .left), .init("WHO", .left), .init("", .left, widest: 100),
        ])
        for entry in entries { table.add(Self.cells(entry)) }
        return table.lines.joined(separator: "\n")
    }

    private static func cells(_ entry: Entry) -> [String] {
        switch entry {
        case .event(let event):
            [
                event.time.rfc3339(), event.alert.description, event.kind.rawValue.replacing("_", with: " "),
                event.severity.rawValue, event.rule, event.subject.text, event.principal ?? Format.missing,
                event.text ?? "",
            ]
        case .silence(let silence):
            [
                silence.from.rfc3339(), Format.missing, "silence \(silence.id)", "", Format.missing,
                silence.covers.words, silence.principal, "until \(silence.until.rfc3339()): \(silence.reason)",
            ]
        }
    }
}
