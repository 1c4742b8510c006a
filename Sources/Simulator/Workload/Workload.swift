import Domain

/// All that the simulated applications do, as a pure function of time: the same seed gives the same turns, however the time is cut up.
public struct Workload: Sendable {
    /// The story.
    public let scenario: Scenario
    /// What all randomness comes from.
    public let seed: UInt64
    /// Questions a second, on average over a day.
    public let rate: Double
    /// The moment from which the scenario counts.
    public let epoch: Timestamp

    private let density: @Sendable (Timestamp) -> Double
    private let load: LoadCurve
    private let planner: SessionPlanner
    private let writer: TurnWriter

    /// Creates a workload.
    ///
    /// - Parameter density: Which share of the sessions really takes place at a moment, 0 to 1.
    public init(
        scenario: Scenario, seed: UInt64, rate: Double, data: SampleData, epoch: Timestamp,
        density: @escaping @Sendable (Timestamp) -> Double = { _ in 1 }
    ) {
        self.scenario = scenario
        self.seed = seed
        self.rate = rate
        self.epoch = epoch
        self.density = density
        load = LoadCurve(seed: seed)
        planner = SessionPlanner(data: data, seed: seed)
        writer = TurnWriter(data: data)
    }

    /// The turns that begin in the range, oldest first.
    public func turns(in range: TimeRange) -> [Turn] {
        var turns: [Turn] = []
        let second = Nanoseconds.seconds(1)
        // Whoever asks something in the range may have begun the conversation before it.
        var start = range.from.advanced(by: -Session.longest).floored(to: second)
        while start < range.to {
            var source = RandomSource(seed: seed, .sessions, UInt64(bitPattern: start.nanoseconds))
            for _ in 0..<source.poisson(sessionsPerSecond(at: start)) {
                guard
                    let session = planner.session(
                        from: start, asking: conditions(at: start).questions, &source)
                else { continue }
                turns += self.turns(of: session, in: range)
            }
            start = start.advanced(by: second)
        }
        return turns.sorted { $0.start < $1.start }
    }

    private func turns(of session: Session, in range: TimeRange) -> [Turn] {
        var turns: [Turn] = []
        for index in session.steps.indices where range.contains(session.steps[index].start) {
            turns.append(
                writer.answer(session, step: index, under: conditions(at: session.steps[index].start)))
        }
        if let summary = session.summary, range.contains(summary.start) {
            turns.append(writer.summary(session, summary, under: conditions(at: summary.start)))
        }
        return turns
    }

    private func conditions(at time: Timestamp) -> Conditions { scenario.conditions(time.since(epoch)) }

    /// How many spans a second are to be expected from sessions that begin at this moment.
    func expectedSpansPerSecond(at time: Timestamp) -> Double {
        sessionsPerSecond(at: time) * SessionPlanner.meanLength * Self.meanSpansPerQuestion
    }

    /// Measured: five for every question, those of tools and summaries spread over all.
    private static let meanSpansPerQuestion = 5.5

    private func sessionsPerSecond(at time: Timestamp) -> Double {
        rate / SessionPlanner.meanLength * load.factor(at: time) * conditions(at: time).load * density(time)
    }
}
