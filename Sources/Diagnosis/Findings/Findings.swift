import Domain

/// Finds what is clearly wrong, without rules; when nothing stands out there is nothing.
///
/// A group is compared with its peers: error rates with all other groups, latency only with other versions of the same name
/// (`support-answer@r41` and `@r42`), because different services and models have every right to differ. Without peers a group is
/// compared with its own earlier part of the range. Where it became worse within the range, the level since then is told.
public struct Findings {
    private let situation: Situation

    /// At most so many groups are looked at, and so many findings made.
    private static let limit = (groups: 50, findings: 4)

    /// With fewer calls a p95 is a matter of luck.
    private static let enoughForQuantiles = 50

    /// The findings about calls, the worst first, then those about model servers.
    public static func all(in situation: Situation) -> [Finding] { Findings(situation: situation).all() }

    private func all() -> [Finding] {
        let rows = situation.rows.prefix(Self.limit.groups)
        var found = rows.compactMap(errors) + rows.compactMap(latency)
        let points = situation.timeline.lines.first?.points ?? []
        if !found.contains(where: { $0.measure == .errors }) { found += errorShift(points, .all, situation.timeline) }
        if !found.contains(where: { $0.measure == .latency }) {
            found += latencyShift(points, .all, situation.timeline)
        }
        found += silence(points)
        // What people feel comes first; the state of a server may explain it.
        let felt = found.sorted { $0.factor > $1.factor }
        let servers = situation.servers.compactMap(\.finding).sorted { $0.factor > $1.factor }
        return Array((felt + servers).prefix(Self.limit.findings))
    }

    // MARK: One group

    /// Models are not compared: a call that failed bears the name that was asked for, one that was answered the name of who answered.
    private func errors(of row: StatsRow) -> Finding? {
        guard situation.grouping != .model else { return nil }
        let name = row.name
        let own = Rate(failures: row.measures.errors, calls: row.measures.calls)
        let peers = siblings(of: row)
        if peers.isEmpty, let shift = errorShift(situation.course(of: name), .row(name), situation.courses).first {
            return shift
        }
        let others = peers.isEmpty ? situation.rows.filter { $0.key != row.key } : peers
        let rest = others.reduce(Rate(failures: 0, calls: 0)) {
            $0 + Rate(failures: $1.measures.errors, calls: $1.measures.calls)
        }
        guard own.clearlyExceeds(rest) else { return nil }
        let shift = Shift.ofErrors(in: situation.course(of: name))
        let present = shift?.after ?? own.value
        return Finding(
            subject: .row(name),
            evidence: .errors(
                .init(
                    present: present, isShift: shift != nil, reference: rest.value,
                    against: peers.count == 1 ? .peer(peers[0].name) : .others)),
            since: beginning(of: name, shift), factor: present / max(rest.value, 0.001), isCritical: present >= 0.1)
    }

    private func latency(of row: StatsRow) -> Finding? {
        let name = row.name
        let points = situation.course(of: name)
        guard let own = row.measures.duration, own.count >= Self.enoughForQuantiles else { return nil }
        let peer = siblings(of: row).first { ($0.measures.duration?.count ?? 0) >= Self.enoughForQuantiles }
        guard let peer, let reference = peer.measures.duration?.p95 else {
            return latencyShift(points, .row(name), situation.courses).first
        }
        let shift = Shift.ofLatency(in: points)
        let present = shift?.after ?? own.p95
        guard present >= 1.5 * reference else { return nil }
        let factor = present / max(reference, 1e-6)
        return Finding(
            subject: .row(name),
            evidence: .latency(
                .init(present: present, isShift: shift != nil, reference: reference, against: .peer(peer.name))),
            since: beginning(of: name, shift), factor: factor, isCritical: factor >= 3)
    }

    // MARK: A course

    private func errorShift(_ points: [Measures?], _ subject: Finding.Subject, _ timeline: Timeline) -> [Finding] {
        guard let shift = Shift.ofErrors(in: points) else { return [] }
        return [
            Finding(
                subject: subject, evidence: .errors(.init(shift)),
                since: start(of: shift.index, in: timeline), factor: shift.after / max(shift.before, 0.001),
                isCritical: shift.after >= 0.1)
        ]
    }

    private func latencyShift(_ points: [Measures?], _ subject: Finding.Subject, _ timeline: Timeline) -> [Finding] {
        guard let shift = Shift.ofLatency(in: points) else { return [] }
        return [
            Finding(
                subject: subject, evidence: .latency(.init(shift)),
                since: start(of: shift.index, in: timeline), factor: shift.factor, isCritical: shift.factor >= 3)
        ]
    }

    /// Calls that came steadily and then not at all, while there is somebody to receive them.
    private func silence(_ points: [Measures?]) -> [Finding] {
        let complete = points.indices.filter { index in
            start(of: index + 1, in: situation.timeline) <= situation.at
        }
        guard situation.isReceiving, let last = complete.last(where: { points[$0] != nil }),
            let end = complete.last, end - last >= 3, last >= 3
        else { return [] }
        let before = points[...last]
        let steady = before.filter { ($0?.calls ?? 0) >= 5 }.count
        guard steady * 10 >= before.count * 9 else { return [] }
        let calls = before.reduce(0.0) { $0 + Double($1?.calls ?? 0) }
        let rate = calls / (Double(before.count) * situation.timeline.step.seconds)
        return [
            Finding(
                subject: .all, evidence: .silence(before: rate),
                since: start(of: last + 1, in: situation.timeline), factor: 100, isCritical: true)
        ]
    }

    // MARK: Comparisons

    /// The other rows whose name is the same up to the version, largest first; none for groupings whose values have no versions.
    private func siblings(of row: StatsRow) -> [StatsRow] {
        guard situation.grouping == .release || situation.grouping == .prompt, let name = row.name else { return [] }
        let family = VersionedName(name).family
        return situation.rows.filter { other in
            other.key != row.key && other.name.map { VersionedName($0).family } == family
        }
    }

    /// When the group became so: at the shift in its course, else when it was first seen, if that was within the range.
    private func beginning(of name: String?, _ shift: Shift?) -> Timestamp? {
        if let shift { return start(of: shift.index, in: situation.courses) }
        let firstSeen = situation.marks.last { mark in
            (mark.kind == .release || mark.kind == .prompt) && mark.time >= situation.range.from
                && name.map(mark.mentions) ?? false
        }
        if let firstSeen { return firstSeen.time }
        let points = situation.course(of: name)
        guard let first = points.firstIndex(where: { $0 != nil }), first > 0 else { return nil }
        return start(of: first, in: situation.courses)
    }

    private func start(of index: Int, in timeline: Timeline) -> Timestamp { timeline.start(of: index) }
}

extension Finding.Comparison {
    /// The level after a shift against that before it.
    fileprivate init(_ shift: Shift) {
        self.init(present: shift.after, isShift: true, reference: shift.before, against: .before)
    }
}
