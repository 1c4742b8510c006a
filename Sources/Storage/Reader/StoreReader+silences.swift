import Domain

extension StoreReader {
    /// Sources that fell silent within `range` and still are at its end, each against its own rhythm: for four times as long as it ever
    /// paused before. Where all fell silent it is the way to the collector that is broken, and no source is blamed.
    func silences(_ range: TimeRange) throws -> [Mark] {
        // Minutes show within minutes that a busy source is gone, tens of minutes within hours that a slow one is.
        let soon = try silences(range, step: 1, reach: .hours(3))
        let later = try silences(range, step: 10, reach: .hours(24)).filter { late in
            !soon.contains { $0.service == late.service }
        }
        return soon + later
    }

    /// - Parameters:
    ///   - step: in minutes.
    ///   - reach: how far back the rhythm is learnt.
    private func silences(_ range: TimeRange, step: Int64, reach: Nanoseconds) throws -> [Mark] {
        let last = range.to.minute / step
        let first = range.to.advanced(by: -reach).minute / step
        guard first < last else { return [] }
        let minutes = first * step..<last * step
        let window = TimeRange(from: Timestamp(minute: minutes.lowerBound), to: range.to)
        let answer = try rollups(
            RollupQuery(minutes: minutes, step: step, by: [.service], filter: .all), window
        ).answer
        var steps: [String: [Int64]] = [:]
        for (cell, sums) in answer.cells where sums.sums.calls > 0 {
            if let service = cell.key.first ?? nil { steps[service, default: []].append(cell.minute / step) }
        }
        let newest = steps.values.compactMap { $0.max() }.max() ?? 0
        return steps.compactMap { service, active in
            let active = active.sorted()
            guard active.count >= Self.enoughSteps, let end = active.last, last - end > Self.shortestSilence,
                newest > end + Self.shortestSilence
            else { return nil }
            let longestPause = zip(active, active.dropFirst()).reduce(1) { max($0, $1.1 - $1.0) }
            let time = Timestamp(minute: (end + 1) * step)
            guard last - end >= 4 * longestPause, range.contains(time) else { return nil }
            return Mark(
                time: time, kind: .silence, service: service, text: "\(service) fell silent", subject: service)
        }
    }

    /// So many steps with calls make a rhythm.
    private static let enoughSteps = 12
    /// So many steps without calls are no silence yet.
    private static let shortestSilence: Int64 = 4
}
