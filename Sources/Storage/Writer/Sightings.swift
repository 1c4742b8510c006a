import Domain

/// What was seen for the first time in a segment, and when: services, releases, prompt versions, models that answered under a name;
/// versions of libraries and parameters.
struct Sightings {
    /// What was seen, as numbers of texts.
    private struct Key: Hashable {
        var kind: Mark.Kind
        var service: UInt32
        var subject: UInt32
        var detail: UInt32
    }

    private let file: DatabaseFile
    private var earliest: [Key: Timestamp] = [:]
    private var news: Set<Key> = []
    private var spelled: [PreparedSighting: Timestamp] = [:]
    private var spelledNews: Set<PreparedSighting> = []
    /// How many details a subject has.
    private var details: [PreparedSighting: Int] = [:]

    init(of file: DatabaseFile) throws { self.file = file }

    /// `subject` and `detail`: the release; the prompt and its version; the model asked for and the one that answered.
    @inline(__always)
    mutating func saw(_ kind: Mark.Kind, _ service: UInt32, _ subject: UInt32, _ detail: UInt32, at time: Timestamp) {
        let key = Key(kind: kind, service: service, subject: subject, detail: detail)
        if let known = earliest[key], known <= time { return }
        guard earliest.count < Self.limit else { return }
        earliest[key] = time
        news.insert(key)
    }

    /// Takes note of what is no number of a text, as it is looked at once a request.
    mutating func saw(_ sighting: PreparedSighting, at time: Timestamp) {
        if let known = spelled[sighting] {
            guard time < known else { return }
        } else {
            var subject = sighting
            subject.detail = ""
            guard spelled.count < Self.spelledLimit, details[subject, default: 0] < Self.detailLimit else { return }
            details[subject, default: 0] += 1
        }
        spelled[sighting] = time
        spelledNews.insert(sighting)
    }

    /// Writes what is new or was earlier than thought, within the open transaction.
    mutating func write() throws {
        if !news.isEmpty { try writeNews() }
        if !spelledNews.isEmpty { try writeSpelledNews() }
    }

    private mutating func writeNews() throws {
        let statement = try file.statement(
            """
            INSERT INTO first_seen SELECT ?1, coalesce((SELECT text FROM string WHERE id = ?2), ''),
                coalesce((SELECT text FROM string WHERE id = ?3), ''), coalesce((SELECT text FROM string WHERE id = ?4), ''), ?5
            WHERE true ON CONFLICT DO UPDATE SET time_ns = min(time_ns, excluded.time_ns)
            """)
        for key in news {
            guard let time = earliest[key] else { continue }
            statement.bind(key.kind.rawValue, at: 1)
            statement.bind(Int64(key.service), at: 2)
            statement.bind(Int64(key.subject), at: 3)
            statement.bind(Int64(key.detail), at: 4)
            statement.bind(time.nanoseconds, at: 5)
            try statement.run()
        }
        news.removeAll(keepingCapacity: true)
    }

    private mutating func writeSpelledNews() throws {
        let statement = try file.statement(
            """
            INSERT INTO first_seen VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET time_ns = min(time_ns, excluded.time_ns)
            """)
        for sighting in spelledNews {
            guard let time = spelled[sighting] else { continue }
            statement.bind(sighting.kind.rawValue, at: 1)
            statement.bind(sighting.service, at: 2)
            statement.bind(sighting.subject, at: 3)
            statement.bind(sighting.detail, at: 4)
            statement.bind(time.nanoseconds, at: 5)
            try statement.run()
        }
        spelledNews.removeAll(keepingCapacity: true)
    }

    /// Names beyond so many are not news any more.
    private static let limit = 20_000
    private static let spelledLimit = 2_000
    /// A client that asks with other parameters each time changes nothing by it.
    private static let detailLimit = 16
}
