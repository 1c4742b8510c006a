import Domain
import Drawing
import Wording

/// The answer of `headframe alerts log`.
public struct AlertLogReport: Sendable {
    private let events: [AlertEvent]

    /// The report of `events`, in their order.
    public init(_ events: [AlertEvent]) { self.events = events }

    /// One JSON object a line.
    public var jsonLines: String { events.map(\.json.text).joined(separator: "\n") }

    /// The same as a table for people.
    public var text: String {
        guard !events.isEmpty else { return "nothing happened in that time" }
        var table = TextTable([
            .init("TIME", .left), .init("ALERT", .left), .init("WHAT", .left), .init("", .left),
            .init("RULE", .left), .init("OF", .left), .init("WHO", .left), .init("", .left, widest: 100),
        ])
        for event in events {
            table.add([
                event.time.rfc3339(), event.alert.description, event.kind.rawValue.replacing("_", with: " "),
                event.severity.rawValue, event.rule, event.subject.text, event.principal ?? Format.missing,
                event.text ?? "",
            ])
        }
        return table.lines.joined(separator: "\n")
    }
}
