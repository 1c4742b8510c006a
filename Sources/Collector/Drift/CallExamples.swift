import Domain

/// The newest calls of each kind that somebody may want to look at: of a topic, a language, beyond what is usual.
struct CallExamples {
    private var examples: [String: [DriftExplanation.Example]] = [:]
    private static let each = 3
    private static let most = 400

    /// Keeps a call as one of `kind`.
    mutating func add(_ example: DriftExplanation.Example, of kind: String) {
        if examples[kind] == nil, examples.count >= Self.most { return }
        examples[kind, default: []].insert(example, at: 0)
        if examples[kind, default: []].count > Self.each { examples[kind]?.removeLast() }
    }

    /// The calls that are kept of `kind`, newest first.
    func of(_ kind: String) -> [DriftExplanation.Example] { examples[kind] ?? [] }

    /// As it is kept.
    var json: JSON {
        .object(examples.sorted { $0.key < $1.key }.map { .init($0.key, .array($0.value.map(\.json))) })
    }

    /// None.
    init() {}

    /// Those that `json` says.
    init(_ json: JSON) {
        for member in json.members ?? [] {
            examples[member.name] = (member.value.array ?? []).compactMap(DriftExplanation.Example.init)
        }
    }
}
