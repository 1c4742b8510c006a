import Domain
import Drawing

/// The answer of `headframe audit list`.
public struct AuditReport: Sendable {
    private let entries: [AuditEntry]

    /// The report of these entries.
    public init(_ entries: [AuditEntry]) { self.entries = entries }

    /// One line of JSON for each.
    public var jsonLines: String { entries.map(\.json.text).joined(separator: "\n") }

    /// The same for people.
    public var text: String {
        guard !entries.isEmpty else { return "nothing was done" }
        var table = TextTable([
            .init("", .right), .init("TIME", .left), .init("ACTOR", .left), .init("ACTION", .left),
            .init("OBJECT", .left, widest: 40), .init("HASH", .left), .init("REASON", .left),
        ])
        for entry in entries {
            let record = entry.record
            table.add([
                "\(record.sequence)", record.time.rfc3339(), record.actor.principal, record.action, record.object,
                entry.hash.short, record.reason ?? "",
            ])
        }
        return table.lines.joined(separator: "\n")
    }
}
