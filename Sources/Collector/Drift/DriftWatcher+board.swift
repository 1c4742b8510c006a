import Control
import Domain
import Statistics
import Storage

extension DriftWatcher {
    /// Keeps how everything stands, for whoever looks.
    func keepBoard(at now: Timestamp) throws {
        var board = DriftBoard(evaluated: now, budget: settings.budget)
        board.troubles = troubles
        let present = newest.map { min($0, now) } ?? now
        for (subject, watch) in watches {
            board.references += watch.references.values
            for (signal, one) in watch.watches {
                var finding = DriftFinding(subject: subject, signal: signal, state: one.state(at: present, settings))
                finding.reading = one.reading
                finding.since = one.since
                if finding.state == .notEnough {
                    finding.lack = lack(watch.references[signal.side], one)
                    (finding.reading, finding.since) = (nil, nil)
                } else {
                    finding.explanation = watch.explanations[signal]
                }
                board.findings.append(finding)
            }
            board.failures += try failures(of: subject, before: present)
        }
        board.findings.sort(by: DriftFinding.comesFirst)
        board.references.sort { ($0.subject, $0.side.rawValue) < ($1.subject, $1.side.rawValue) }
        board.failures.sort { excess($0) > excess($1) }
        try store.transaction { try store.keep(board) }
    }

    private func lack(_ reference: DriftReference?, _ watch: SignalWatch) -> String {
        guard let reference else { return "no reference yet" }
        if reference.isLearning {
            return
                "learning the reference: \(reference.calls) of \(settings.learningCalls) calls, since \(reference.from.rfc3339())"
        }
        return watch.lack ?? "no window was compared yet"
    }

    private func excess(_ cluster: FailureCluster) -> Double {
        Double(cluster.failures) * (1 - 1 / max(cluster.lift, 1e-9))
    }

    /// Topics that fail more often than others, over the last day.
    private func failures(of subject: DriftSubject, before end: Timestamp) throws -> [FailureCluster] {
        let summary = try day(of: subject, before: end)
        guard let topics = summary.categories[DriftSignal.topic.name]?.entries,
            let failed = summary.categories[SubjectIntake.failedTopic]?.entries
        else { return [] }
        let (calls, failures) = (topics.values.reduce(0, +), failed.values.reduce(0, +))
        guard calls > 0, failures > 0 else { return [] }
        let names = failed.filter { $0.value >= 3 }.keys.sorted()
        let found = names.compactMap { name -> (FailureCluster, Double)? in
            guard let bad = failed[name], let all = topics[name], all >= bad else { return nil }
            guard
                let p = FisherExactTest.p(
                    hits: Int(clamping: bad), drawn: Int(clamping: all), marked: Int(clamping: failures),
                    total: Int(clamping: calls))
            else { return nil }
            let lift = Double(bad) / Double(all) / (Double(failures) / Double(calls))
            let cluster = FailureCluster(
                id: Self.id(name), subject: subject, words: name.split(separator: " ").map(String.init), failures: bad,
                calls: all, lift: lift, p: p, examples: examples(of: subject).of("failed:" + name))
            return (cluster, p)
        }
        let corrected = MultipleTesting.benjaminiHochberg(found.map(\.1)) ?? []
        return zip(found, corrected).compactMap { one, p in
            guard p <= 0.05, one.0.lift > 1 else { return nil }
            var cluster = one.0
            cluster.p = p
            return cluster
        }
    }

    /// The calls of the last day, as of the last quarter of an hour.
    private func day(of subject: DriftSubject, before end: Timestamp) throws -> WindowPart {
        let end = end.floored(to: settings.window)
        if let known = days[subject], known.end == end { return known.part }
        let part = try store.summary(of: subject, TimeRange(last: .days(1), before: end), withEmbeddings: false).whole
        days[subject] = (end, part)
        return part
    }

    /// Topics are frozen, so their names are the same from day to day.
    private static func id(_ name: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "f" + String(hash % 0x1_0000_0000, radix: 16)
    }
}
