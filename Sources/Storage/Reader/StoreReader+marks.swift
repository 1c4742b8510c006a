import Domain

extension StoreReader {
    /// What changed within `range`, as far as it was known at `at`, oldest first: what was seen in telemetry, and what was said.
    public func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark] {
        let range = range.cut(at: at)
        let marks = try sightings(range) + silences(range) + saidMarks(range, at: at) + registryMarks(range)
        return marks.sorted { ($0.time, $0.text) < ($1.time, $1.text) }
    }

    /// What people, deploy scripts and the collector said that they changed.
    private func saidMarks(_ range: TimeRange, at: Timestamp) throws -> [Mark] {
        try markFile().map { try Mark.all(range, saidBy: at, in: $0) } ?? []
    }

    /// The file that has the table `mark`; nil when there is none.
    func markFile() throws -> DatabaseFile? {
        guard directory.isFile else { return try controlFile(since: ControlSchema.firstWithMarks) }
        return try aloneFile(with: "mark")
    }

    /// What was seen for the first time within `range`: what an earlier day has seen is not news.
    private func sightings(_ range: TimeRange) throws -> [Mark] {
        var first: [Sighted: [String: Timestamp]] = [:]
        for name in directory.segmentNames() where name.day.start < range.to {
            guard let segment = try segment(name) else { continue }
            let statement = try segment.file.statement("SELECT kind, service, subject, detail, time_ns FROM first_seen")
            defer { statement.reset() }
            while try statement.step() {
                guard let kind = statement.text(0).flatMap({ Mark.Kind(rawValue: $0) }) else { continue }
                let sighted = Sighted(kind: kind, service: statement.text(1) ?? "", subject: statement.text(2) ?? "")
                let (detail, time) = (statement.text(3) ?? "", Timestamp(nanoseconds: statement.integer(4)))
                first[sighted, default: [:]][detail] = min(first[sighted]?[detail] ?? time, time)
            }
        }
        return first.flatMap { sighted, details -> [Mark] in
            let ordered = details.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            return ordered.indices.compactMap { index in
                let (detail, time) = ordered[index]
                guard range.contains(time) else { return nil }
                return sighted.mark(detail, at: time, former: index > 0 ? ordered[index - 1].key : nil)
            }
        }
    }
}

/// Something that was seen, as `Sightings` writes it, without its detail.
private struct Sighted: Hashable {
    var kind: Mark.Kind
    var service: String
    var subject: String

    /// The change that a new detail is; nil when it is none.
    ///
    /// - Parameter former: the detail that was new before it.
    func mark(_ detail: String, at time: Timestamp, former: String?) -> Mark? {
        var mark = Mark(time: time, kind: kind, service: service, text: "", former: nil)
        switch kind {
        case .release: (mark.subject, mark.text) = (subject, "release \(subject) of \(service)")
        case .source: (mark.subject, mark.text) = (service, "\(service) sends for the first time")
        case .prompt:
            let prompt = SeriesTexts.prompt(subject, detail.isEmpty ? nil : detail) ?? subject
            (mark.subject, mark.text) = (prompt, "prompt \(prompt) in \(service)")
        case .model:
            // The first model that answers under a name is no change; so it is with versions and parameters.
            guard let former else { return nil }
            (mark.subject, mark.former) = (detail, former)
            mark.text = "\(subject) now answers as \(detail), before as \(former)"
        case .instrumentation:
            guard let former else { return nil }
            mark.text = "\(subject) \(detail) in \(service), before \(former)"
        case .parameters:
            guard let former else { return nil }
            let parts = subject.split(separator: PreparedSighting.separator, omittingEmptySubsequences: false)
            let (model, prompt) = (String(parts.first ?? ""), parts.dropFirst().first.map(String.init) ?? "")
            mark.subject = model
            mark.text =
                "\(model) in \(service)\(prompt.isEmpty ? "" : " for \(prompt)"): \(detail), before \(former)"
        default: return nil
        }
        return mark
    }
}
