import Domain

extension StoreReader {
    /// What changed within `range`, as far as it was known at `at`, oldest first: what was seen in telemetry, and what was said.
    public func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark] {
        let range = range.cut(at: at)
        return try (sightings(range) + saidMarks(range, at: at)).sorted { ($0.time, $0.text) < ($1.time, $1.text) }
    }

    /// What people, deploy scripts and the collector said that they changed.
    private func saidMarks(_ range: TimeRange, at: Timestamp) throws -> [Mark] {
        guard !directory.isFile, let file = try controlFile(since: ControlSchema.firstWithMarks) else { return [] }
        return try Mark.all(range, saidBy: at, in: file)
    }

    /// What was seen for the first time within `range`: what an earlier day has seen is not news.
    private func sightings(_ range: TimeRange) throws -> [Mark] {
        var first: [Sighting: Timestamp] = [:]
        for name in directory.segmentNames() where name.day.start < range.to {
            guard let segment = try segment(name) else { continue }
            let statement = try segment.file.statement("SELECT kind, service, subject, detail, time_ns FROM first_seen")
            defer { statement.reset() }
            while try statement.step() {
                guard let kind = statement.text(0).flatMap({ Mark.Kind(rawValue: $0) }) else { continue }
                let sighting = Sighting(
                    kind: kind, service: statement.text(1) ?? "", subject: statement.text(2) ?? "",
                    detail: statement.text(3) ?? "")
                let time = Timestamp(nanoseconds: statement.integer(4))
                first[sighting] = min(first[sighting] ?? time, time)
            }
        }
        return first.compactMap { sighting, time in
            guard range.contains(time), let text = sighting.text(at: time, among: first) else { return nil }
            return Mark(
                time: time, kind: sighting.kind, service: sighting.service, text: text, subject: sighting.name)
        }
    }
}

/// Something that was seen, as `Sightings` writes it.
private struct Sighting: Hashable {
    var kind: Mark.Kind
    var service: String
    var subject: String
    var detail: String

    /// The value of the dimension that is new; nil for kinds that are no values of one.
    var name: String? {
        switch kind {
        case .release: subject
        case .source: service
        case .prompt: SeriesTexts.prompt(subject, detail.isEmpty ? nil : detail) ?? subject
        case .model: detail
        default: nil
        }
    }

    /// The change in plain words; nil when it is none.
    func text(at time: Timestamp, among first: [Sighting: Timestamp]) -> String? {
        switch kind {
        case .release: return "release \(subject) of \(service)"
        case .source: return "\(service) sends for the first time"
        case .prompt:
            return "prompt \(SeriesTexts.prompt(subject, detail.isEmpty ? nil : detail) ?? subject) in \(service)"
        case .model:
            // The first model that answers under a name is no change.
            let before = first.filter {
                $0.key.kind == .model && $0.key.service == service && $0.key.subject == subject && $0.value < time
            }.max { $0.value < $1.value }
            return before.map { "\(subject) in \(service) is answered by \(detail), before by \($0.key.detail)" }
        default: return nil
        }
    }
}
