import Domain

/// Makes up sessions from random numbers.
struct SessionPlanner: Sendable {
    /// How many questions a session has on average; follows from `lengths`.
    static let meanLength: Double = lengths.reduce(0) { $0 + Double($1.0) * $1.weight }

    private static let lengths: [(Int, weight: Double)] = [(1, 0.32), (2, 0.28), (3, 0.2), (4, 0.12), (5, 0.08)]
    private static let userCount: UInt64 = 4000
    private static let shares = ["en": 0.45, "de": 0.2, "es": 0.1, "ja": 0.1, "zh": 0.1, "ar": 0.05]

    private let seed: UInt64
    private let languages: [(String, weight: Double)]
    /// Questions by language, then by topic. Sorted, because the order of a dictionary changes from run to run.
    private let topics: [String: [[SampleData.Question]]]

    init(data: SampleData, seed: UInt64) {
        self.seed = seed
        languages = data.questions.keys.sorted().map { ($0, Self.shares[$0] ?? 0.05) }
        topics = data.questions.mapValues { questions in
            Dictionary(grouping: questions, by: \.topic).sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// A session that begins within the second after `start`.
    func session(
        from start: Timestamp, asking questions: Conditions.Questions = .init(), _ source: inout RandomSource
    ) -> Session? {
        guard let language = source.pick(languages(questions.language)), let topics = topics[language],
            var topic = topics.indices.randomElement(using: &source), let length = source.pick(Self.lengths)
        else { return nil }
        if let grown = questions.topic, source.chance(grown.share) {
            topic = topics.firstIndex { $0.first?.topic == grown.name } ?? topic
        }
        let user = source.next() % Self.userCount
        var userSource = RandomSource(seed: seed, .user, user)
        var session = Session(
            id: "conv-" + source.hexadecimal(12), user: "user-\(1000 + user)", bucket: userSource.unit(),
            language: language, order: "AN-\(100_000 + source.next() % 900_000)", steps: [], summary: nil)
        var questions = topics[topic].shuffled(using: &source)
        for next in topics[topic...].dropFirst() + topics[..<topic] where questions.count < length { questions += next }
        var time = start.advanced(by: Nanoseconds(seconds: source.unit()))
        for question in questions.prefix(length) {
            session.steps.append(.init(start: time, question: question, seed: source.next()))
            time = time.advanced(by: pause(&source))
        }
        if session.steps.count > 1, source.chance(0.6), let last = session.steps.last {
            session.summary = .init(start: time, question: last.question, seed: source.next())
        }
        return session
    }

    /// The languages with their shares, one of them having the share that it is given.
    private func languages(_ given: Conditions.Questions.Share?) -> [(String, weight: Double)] {
        guard let given else { return languages }
        let others = languages.reduce(0) { $1.0 == given.name ? $0 : $0 + $1.weight }
        return languages.map { name, weight in
            (name, weight: name == given.name ? given.share * others : (1 - given.share) * weight)
        }
    }

    /// Reading an answer and typing the next question: half a minute, a minute at most.
    private func pause(_ source: inout RandomSource) -> Nanoseconds {
        Nanoseconds(seconds: min(max(source.logNormal(median: 26, sigma: 0.5), 8), 58))
    }
}
