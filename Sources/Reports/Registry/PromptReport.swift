import Domain
import Drawing

/// The answer of `headframe prompt show`: a version, and what happened to its prompt.
public struct PromptReport: Sendable {
    private let version: PromptVersion
    private let history: PromptHistory

    /// The report of a version.
    public init(_ version: PromptVersion, of history: PromptHistory) {
        (self.version, self.history) = (version, history)
    }

    /// The version with what it says, its labels and reviews, and the other versions.
    public var json: JSON {
        .object(
            [.init("name", .string(history.name))] + (version.json.members ?? []) + [
                .init("labels", .array(history.labels(on: version.number).map(JSON.string))),
                .init("reviews", .array(history.standingReviews(of: version.digest).map(\.json))),
                .init("versions", .array(history.versions.map(\.json))),
                .init("moves", .array(history.moves.map(\.json))),
            ])
    }

    /// The same for people.
    public var text: String {
        let sections = [facts, versions, moves, said]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var facts: [String] {
        let (summary, prompt) = (version.summary, version.prompt)
        var facts: [(String, String?)] = [
            ("prompt", "\(version.id)"), ("digest", version.digest.description), ("author", summary.author),
            ("pushed", summary.created.rfc3339()), ("message", summary.message.isEmpty ? nil : summary.message),
            ("commit", summary.commit), ("committed by", summary.commitAuthor), ("model", prompt.model),
            ("index", prompt.retrievalIndex),
        ]
        facts += prompt.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text) }
        let labels = history.labels(on: version.number)
        facts.append(("labels", labels.isEmpty ? nil : labels.joined(separator: ", ")))
        facts += history.standingReviews(of: version.digest).map { review in
            (
                review.verdict == .approve ? "approved by" : "changes asked by",
                [review.principal, review.comment]
                    .filter { !$0.isEmpty }.joined(separator: ": ")
            )
        }
        return facts.compactMap { name, value in
            value.map { Text.sanitized(name + String(repeating: " ", count: max(1, 18 - Text.width(of: name))) + $0) }
        }
    }

    private var versions: [String] {
        guard history.versions.count > 1 else { return [] }
        var table = TextTable([
            .init("VERSION", .right), .init("DIGEST", .left), .init("PUSHED", .left), .init("BY", .left),
            .init("MESSAGE", .left),
        ])
        for summary in history.versions.suffix(20).reversed() {
            table.add([
                "\(summary.number)", summary.digest.short, summary.created.rfc3339(), summary.author, summary.message,
            ])
        }
        return table.lines
    }

    private var moves: [String] {
        guard !history.moves.isEmpty else { return [] }
        var table = TextTable([
            .init("LABEL", .left), .init("FROM", .right), .init("TO", .right), .init("MOVED", .left),
            .init("BY", .left), .init("REASON", .left),
        ])
        for move in history.moves.suffix(20).reversed() {
            table.add([
                move.label, move.former.map(String.init) ?? Format.missing, "\(move.version)", move.time.rfc3339(),
                move.principal, move.reason,
            ])
        }
        return table.lines
    }

    private var said: [String] {
        version.prompt.messages.flatMap { message in
            [Text.sanitized(message.role) + ":", Text.sanitized(message.text, as: .body)]
        }
    }
}
