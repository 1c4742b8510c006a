import Control
import Domain
import Statistics
import Storage

/// Watches for drift: reads calls once they are stored, adds them up, and compares what is closed with the references. Belongs to one thread
/// at a time.
final class DriftWatcher {
    let store: DriftStore
    let control: ControlStore
    let reader: StoreReader
    let settings: DriftSettings
    private let tools: IntakeTools
    private var places = ReadingPlaces()
    private var ends: [(seen: MonotonicMoment, places: ReadingPlaces)] = []
    private var intakes: [DriftSubject: SubjectIntake] = [:]
    var watches: [DriftSubject: SubjectWatch] = [:]
    /// The calls of the day before a moment, put together once for each.
    var days: [DriftSubject: (end: Timestamp, part: WindowPart)] = [:]
    /// The latest end of a call.
    private(set) var newest: Timestamp?
    private var quietSince: MonotonicMoment?
    private var lastChoice: Int64 = 0
    private(set) var troubles: [String] = []
    /// Rows are read when they have been there for so long: by then what their trace adds has mostly come.
    private let patience: Duration

    typealias MonotonicMoment = ContinuousClock.Instant

    /// - Throws: `StoreError`.
    init(
        _ directory: StoreDirectory, control: ControlStore, reader: StoreReader,
        settings: DriftSettings = DriftSettings(),
        patience: Duration = .seconds(30)
    ) throws(StoreError) {
        guard let tools = IntakeTools() else {
            throw StoreError.inputOutput(path: directory.path, detail: "the features of embeddings cannot be made")
        }
        store = try DriftStore(directory)
        (self.control, self.reader, self.settings) = (control, reader, settings)
        (self.tools, self.patience) = (tools, patience)
        do {
            try restore()
        } catch {
            throw (error as? StoreError) ?? .damaged(path: directory.path, detail: "\(error)")
        }
    }

    /// Looks once.
    ///
    /// - Parameter longest: after so long the rest is left for the next time.
    func look(at now: Timestamp, longest: Duration = .seconds(5)) throws {
        let begin = MonotonicMoment.now
        troubles = []
        try takeChoices(at: now)
        let isAll = try readCalls(at: now, until: begin + longest)
        let closed = closedUntil(now, isAll: isAll)
        if let closed { for subject in intakes.keys.sorted() { try judge(subject, until: closed) } }
        try keepBoard(at: now)
    }

    // Reading

    /// Reads what has come and settled; false when more is there.
    private func readCalls(at now: Timestamp, until deadline: MonotonicMoment) throws -> Bool {
        let moment = MonotonicMoment.now
        ends.append((moment, try reader.places(from: now.day.advanced(by: -Self.daysBack))))
        guard let settled = ends.last(where: { moment - $0.seen >= patience }) else { return false }
        ends.removeAll { $0.seen < settled.seen }
        let before = places
        var isAll = false
        while !isAll {
            var next = places
            isAll = try reader.forEachNewCall(&next, until: settled.places, limit: Self.rowsAtOnce) { call, contents in
                try self.take(call, contents)
            }
            if isAll { try reader.forEachNewScore(&next, until: settled.places) { self.take($0) } }
            try keepSums(next)
            if MonotonicMoment.now >= deadline { break }
        }
        if places != before || !isAll { quietSince = nil } else if quietSince == nil { quietSince = moment }
        return isAll
    }

    private func take(_ call: StoredCall, _ contents: () throws -> SpanContents?) throws {
        let subject = DriftSubject(environment: call.environment, service: call.service)
        guard isKnown(subject) else { return }
        try intakes[subject, default: SubjectIntake()].add(call, tools, contents)
        newest = max(newest ?? call.end, call.end)
    }

    private func take(_ score: Score) {
        let subject = DriftSubject(environment: score.environment, service: score.service)
        // Only of what has calls: an evaluator that reports under a name of its own is no application.
        if intakes[subject] != nil { intakes[subject]?.add(score) }
    }

    private func isKnown(_ subject: DriftSubject) -> Bool {
        if intakes[subject] != nil || intakes.count < Self.mostSubjects { return true }
        let trouble = "only the first \(Self.mostSubjects) services are watched for drift"
        if !troubles.contains(trouble) { troubles.append(trouble) }
        return false
    }

    private func keepSums(_ next: ReadingPlaces) throws {
        try store.transaction {
            for (subject, intake) in intakes {
                for (start, summary) in intake.pending { try store.add(summary, of: subject, at: start) }
                if intake.hasNewTopics, let model = intake.topics.model {
                    try store.keep(model.json, as: Self.name("topics", subject))
                    intakes[subject]?.hasNewTopics = false
                }
                if !intake.pending.isEmpty { try store.keep(intake.examples.json, as: Self.name("examples", subject)) }
            }
            try store.keep(next.json, as: "places")
            try store.keep(JSON(newest), as: "newest")
        }
        places = next
        for subject in intakes.keys { intakes[subject]?.clear() }
    }

    /// Up to when nothing more is expected; nil while nothing is known.
    private func closedUntil(_ now: Timestamp, isAll: Bool) -> Timestamp? {
        guard let newest else { return nil }
        // What comes late is added to the sums, but its window is judged already.
        let expected = newest.advanced(by: .minutes(-2))
        guard isAll, let quietSince, MonotonicMoment.now - quietSince > .seconds(60) else { return min(expected, now) }
        return max(expected, now.advanced(by: .minutes(-2)))
    }

    // Keeping

    private func restore() throws {
        places = try store.state("places").flatMap(ReadingPlaces.init) ?? ReadingPlaces()
        newest = try store.state("newest")?.string.flatMap { Timestamp(rfc3339: $0) }
        lastChoice = try store.state("choice")?.integer ?? 0
        for subject in try store.allSubjects() {
            let model = try store.state(Self.name("topics", subject)).flatMap(TopicModel.init)
            let examples = try store.state(Self.name("examples", subject)).map { CallExamples($0) }
            intakes[subject] = SubjectIntake(topics: PromptTopics(model: model), examples: examples ?? CallExamples())
            watches[subject] = try store.state(Self.name("watch", subject)).map { SubjectWatch($0) }
        }
    }

    /// Keeps what is remembered of `subject`, within a transaction.
    func keep(_ watch: SubjectWatch, of subject: DriftSubject) throws {
        watches[subject] = watch
        try store.keep(watch.json, as: Self.name("watch", subject))
    }

    func examples(of subject: DriftSubject) -> CallExamples { intakes[subject]?.examples ?? CallExamples() }

    private static func name(_ what: String, _ subject: DriftSubject) -> String {
        "\(what)/\(subject.environment)/\(subject.service)"
    }

    // Choices

    private func takeChoices(at now: Timestamp) throws {
        for choice in try control.driftChoices(after: lastChoice) {
            try store.transaction {
                try apply(choice)
                try store.keep(.integer(choice.number), as: "choice")
            }
            lastChoice = choice.number
        }
    }

    private func apply(_ choice: DriftChoice) throws {
        let subject = choice.draft.subject
        guard var watch = watches[subject] else { return }
        for side in choice.draft.side.map({ [$0] }) ?? DriftSignal.Side.allCases {
            var reference = DriftReference(
                subject: subject, side: side, from: choice.time.floored(to: .hours(1)).advanced(by: .hours(1)),
                release: nil, principal: choice.principal, reason: choice.draft.reason, chosen: choice.time)
            if let interval = choice.draft.interval {
                reference.from = interval.from.floored(to: .hours(1))
                reference.to = interval.to.floored(to: .hours(1))
                reference.calls = try store.summary(
                    of: subject, TimeRange(from: reference.from, to: reference.to ?? interval.to)
                ).calls
            }
            // The same interval chosen again is a choice too: the evidence begins anew.
            watch.references[side] = nil
            watch.use(reference)
            for signal in watch.watches.keys where signal.side == side {
                watch.watches[signal]?.reset()
                watch.explanations[signal] = nil
            }
        }
        try keep(watch, of: subject)
    }

    func close() { store.close() }

    private static let daysBack: Int32 = 8
    private static let rowsAtOnce = 20_000
    private static let mostSubjects = 64
}
