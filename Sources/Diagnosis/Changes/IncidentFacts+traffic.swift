import Domain

extension IncidentFacts {
    /// How much of a change in traffic a source that came or fell silent makes; nil for other changes, and where there was no traffic
    /// before to compare with.
    func trafficChange(_ mark: Mark) -> RankedChange? {
        guard mark.kind == .source || mark.kind == .silence, let place = mark.places.first,
            let timeline = courses[place], let subject = mark.subject ?? mark.service,
            question.window.contains(mark.time), question.window.to.since(mark.time) >= .minutes(1)
        else { return nil }
        let stepsBefore = (0..<(timeline.lines.map(\.points.count).max() ?? 0)).filter { index in
            timeline.start(of: index + 1) <= mark.time
                && timeline.lines.contains { $0.points.indices.contains(index) && $0.points[index] != nil }
        }.count
        // A store that has just begun knows nothing of before.
        guard stepsBefore >= Self.enoughSteps else { return nil }
        let (before, since) = (
            Double(stepsBefore) * timeline.step.seconds, question.window.to.since(mark.time).seconds
        )
        var counts = (own: (before: Int64(0), since: Int64(0)), all: (before: Int64(0), since: Int64(0)))
        for line in timeline.lines {
            for (index, point) in line.points.enumerated() {
                let calls = point?.calls ?? 0
                let isBefore = timeline.start(of: index + 1) <= mark.time
                if isBefore { counts.all.before &+= calls } else { counts.all.since &+= calls }
                guard line.key == subject else { continue }
                if isBefore { counts.own.before &+= calls } else { counts.own.since &+= calls }
            }
        }
        let own = (before: Double(counts.own.before) / before, since: Double(counts.own.since) / since)
        let all = (before: Double(counts.all.before) / before, since: Double(counts.all.since) / since)
        guard all.before > 0, all.since > 0 || mark.kind == .silence else { return nil }
        let share = mark.kind == .silence ? own.before / all.before : own.since / all.since
        let ratio = mark.kind == .silence ? all.before / max(all.since, 1e-9) : all.since / all.before
        // A small source that comes or goes changes nothing that anybody feels.
        guard ratio >= Symptom.traffic.least.ratio else { return nil }
        let split = Split(
            symptom: .traffic, callShare: own.since / max(all.since, 1e-9), badShare: share, explained: share,
            level: all.since, before: all.before, others: all.since - own.since, slow: nil)
        return RankedChange(mark: mark, score: share.squareRoot() * (1 - 1 / ratio).squareRoot(), explanation: split)
    }

    /// So many steps with calls before a change tell how much traffic there was.
    private static let enoughSteps = 5
}
