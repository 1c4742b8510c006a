import Domain
import Statistics

/// The topics of the prompts of a subject: collected until there are enough, then fitted once and frozen.
struct PromptTopics {
    private(set) var model: TopicModel?
    private var vectors: [[Float]] = []
    private var words: [Set<String>] = []

    /// So many prompts the topics are found in.
    static let training = 1000
    private static let clusters = 24

    init(model: TopicModel? = nil) { self.model = model }

    /// The topic of a prompt; nil while topics are not known. Returns whether they became known just now, too.
    mutating func name(_ embedding: [Float], _ text: PromptText) -> (name: String?, isNew: Bool) {
        if let model { return (model.name(of: embedding), false) }
        vectors.append(embedding)
        words.append(text.words)
        guard vectors.count >= Self.training else { return (nil, false) }
        model = TopicModel(vectors: vectors, words: words, clusters: Self.clusters, seed: 1)
        (vectors, words) = ([], [])
        return (nil, model != nil)
    }
}

extension TopicModel {
    /// As it is kept: the centroids in units of 2⁻¹⁵.
    var json: JSON {
        [
            "names": .array(names.map(JSON.string)),
            "centroids": .array(
                centroids.map { .array($0.map { .integer(Int64(($0 * 32_768).rounded())) }) }),
        ]
    }

    /// The model that `json` says; nil when it is something else.
    init?(_ json: JSON) {
        self.init(
            centroids: (json["centroids"]?.array ?? []).map {
                ($0.array ?? []).compactMap { $0.double.map { Float($0) / 32_768 } }
            },
            names: (json["names"]?.array ?? []).compactMap(\.string))
    }
}
