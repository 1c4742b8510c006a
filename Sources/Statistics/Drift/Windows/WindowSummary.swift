/// All that is kept of the calls of a time, however many there were: sums that can be added in any order.
public struct WindowSummary: Equatable, Sendable {
    /// The calls by release and model, as `WindowSummary.segment` names them.
    public private(set) var parts = BoundedTable<WindowPart>(limit: WindowSummary.mostParts)
    /// In how many texts of users each word stands.
    public private(set) var words = BoundedTable<Int64>(limit: WindowSummary.mostWords)
    /// How many texts of users there were.
    public private(set) var texts: Int64 = 0
    /// How many sessions the calls belong to, about: calls of one session are not independent of each other.
    public private(set) var sessions = CardinalitySketch()
    /// Sums of embeddings, by the name of the signal.
    public private(set) var embeddings: [String: EmbeddingSums] = [:]

    static let mostParts = 32
    static let mostWords = 2000

    /// Of nothing.
    public init() {}

    init(
        parts: BoundedTable<WindowPart>, words: BoundedTable<Int64>, texts: Int64, sessions: CardinalitySketch,
        embeddings: [String: EmbeddingSums]
    ) {
        (self.parts, self.words, self.texts) = (parts, words, texts)
        (self.sessions, self.embeddings) = (sessions, embeddings)
    }

    /// Changes the sums of a part by additions.
    public mutating func update(_ part: String, _ body: (inout WindowPart) -> Void) { parts.update(part, body) }

    /// Counts a session by its hash, once however often it comes.
    public mutating func addSession(_ hash: UInt64) { sessions.add(hash) }

    /// What one more call counts for: the sessions over the calls, at most 1.
    public var independence: Double { calls > 0 ? min(1, max(1, sessions.estimate) / Double(calls)) : 1 }

    /// The same with the sums of the signal `name` alone.
    public func only(_ name: String) -> WindowSummary {
        var one = WindowSummary()
        one.parts = parts.mapValues { $0.only(name) }
        one.sessions = sessions
        one.embeddings = embeddings.filter { $0.key == name }
        return one
    }

    /// Counts the words of a text of a user, each once.
    public mutating func addText(words: Set<String>) {
        texts &+= 1
        for word in words { self.words.add(1, to: word) }
    }

    /// Adds an embedding of a session. False, and nothing changes, when it has another length than those before or a number that is not finite.
    @discardableResult
    public mutating func add(
        _ embedding: [Float], session: UInt64, to name: String, features: EmbeddingFeatures
    ) -> Bool {
        embeddings[name, default: EmbeddingSums(for: features)].add(embedding, session: session, features: features)
    }

    /// Adds another window. Embeddings of another length are left out: nothing can be said about them together.
    public mutating func merge(_ other: WindowSummary) {
        parts.merge(other.parts)
        words.merge(other.words)
        texts &+= other.texts
        sessions.merge(other.sessions)
        for (name, sums) in other.embeddings {
            if embeddings[name] == nil { embeddings[name] = sums } else { embeddings[name]?.merge(sums) }
        }
    }

    /// All parts together.
    public var whole: WindowPart { parts.total }

    /// How many calls there are.
    public var calls: Int64 { parts.entries.values.reduce(parts.others.calls) { $0 &+ $1.calls } }

    /// The name of the part of a release and a model.
    public static func segment(release: String?, model: String?) -> String {
        (release ?? "") + "\u{1F}" + (model ?? "")
    }

    /// The release and the model that `segment` names.
    public static func names(ofSegment segment: String) -> (release: String?, model: String?) {
        let texts = segment.split(separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        func text(_ index: Int) -> String? { texts.count > index && !texts[index].isEmpty ? texts[index] : nil }
        return (text(0), text(1))
    }
}
