import Domain
import Drawing

/// The answer of `headframe prompt list`.
public struct PromptsReport: Sendable {
    private let prompts: [PromptSummary]

    /// The report of these prompts.
    public init(_ prompts: [PromptSummary]) { self.prompts = prompts }

    public var json: JSON { ["prompts": .array(prompts.map(\.json))] }

    /// The same for people.
    public var text: String {
        guard !prompts.isEmpty else { return "there are no prompts; push one with: headframe prompt push FILE" }
        var table = TextTable([
            .init("PROMPT", .left), .init("VERSION", .right), .init("DIGEST", .left), .init("MODEL", .left),
            .init("PUSHED", .left), .init("BY", .left), .init("LABELS", .left),
        ])
        for prompt in prompts {
            let latest = prompt.latest
            table.add([
                prompt.name, "\(latest.number)", latest.digest.short, latest.model ?? Format.missing,
                latest.created.rfc3339(), latest.author,
                prompt.labels.map { "\($0.label)@\($0.version)" }.joined(separator: " "),
            ])
        }
        return table.lines.joined(separator: "\n")
    }
}
