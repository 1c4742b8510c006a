import Domain

/// How far rows of segments have been read: the last span and the last score of each, by the name of its file.
public struct ReadingPlaces: Hashable, Sendable {
    /// The last rows of one segment.
    public struct Rows: Hashable, Sendable {
        public var span: Int64
        public var score: Int64
        /// Rows up to these.
        public init(span: Int64 = 0, score: Int64 = 0) { (self.span, self.score) = (span, score) }
    }

    public var segments: [String: Rows]

    /// Nothing has been read.
    public init(segments: [String: Rows] = [:]) { self.segments = segments }

    /// As it is kept.
    public var json: JSON {
        .object(
            segments.sorted { $0.key < $1.key }.map {
                .init($0.key, .array([.integer($0.value.span), .integer($0.value.score)]))
            })
    }

    /// The places that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let members = json.members else { return nil }
        self.init()
        for member in members {
            guard let numbers = member.value.array, numbers.count == 2, let span = numbers[0].integer,
                let score = numbers[1].integer
            else { return nil }
            segments[member.name] = Rows(span: span, score: score)
        }
    }
}
