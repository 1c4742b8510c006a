import Domain
import Drawing

/// The answer of `headframe release list`.
public struct ReleasesReport: Sendable {
    private let releases: [RegisteredRelease]
    private let activations: [ActiveRelease]

    /// - Parameter activations: which releases apps served one after the other, oldest first.
    public init(_ releases: [RegisteredRelease], activations: [ActiveRelease]) {
        (self.releases, self.activations) = (releases, activations)
    }

    public var json: JSON {
        ["releases": .array(releases.map(\.json)), "activations": .array(activations.map(\.json))]
    }

    /// The same for people, newest first; `●` marks what is served.
    public var text: String {
        guard !releases.isEmpty else {
            return "there are no releases; make one with: headframe release create --prompt NAME@VERSION"
        }
        let active = Set(Dictionary(activations.map { ($0.app, $0.digest) }) { _, last in last }.values)
        var table = TextTable([
            .init("", .left), .init("RELEASE", .left), .init("DIGEST", .left), .init("PROMPT", .left),
            .init("MODEL", .left), .init("PARAMETERS", .left), .init("INDEX", .left), .init("MADE", .left),
            .init("BY", .left),
        ])
        for made in releases.reversed() {
            let release = made.release
            table.add([
                active.contains(made.digest) ? "●" : "", made.name, made.digest.short, release.prompt.description,
                release.model,
                release.parameters.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
                    .joined(separator: ", "), release.retrievalIndex ?? Format.missing, made.created.rfc3339(),
                made.author,
            ])
        }
        return table.lines.joined(separator: "\n")
    }
}
