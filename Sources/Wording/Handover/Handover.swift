import Diagnosis
import Domain
import Drawing

/// What is handed to whoever takes over an incident, as Markdown: what is wrong, since when, who does what about it, what changed, which
/// calls have it, and how to look at it again.
public struct Handover {
    private let dossier: IncidentDossier
    private let silence: Silence?

    /// - Parameter silence: the silence that covers the alert, if one does.
    public init(_ dossier: IncidentDossier, silence: Silence?) { (self.dossier, self.silence) = (dossier, silence) }

    private var alert: Alert { dossier.question.alert }
    private var rule: AlertRule? { dossier.question.rule }

    /// The document.
    public var markdown: String {
        let sections = [head, facts, notes, log, changes] + dossier.splits.map(split) + [worst, again]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    // MARK: What is wrong

    private var head: [String] {
        let sentence = AlertSentence.text(alert, at: dossier.question.at)
        return ["# \(alert.severity.rawValue): \(Markdown.text(sentence))"]
    }

    private var facts: [String] {
        var facts = [("as of", moment(dossier.question.at))]
        let limits = rule.map { "\($0.limitText), \($0.watchedText)" }
        facts.append(("rule", Markdown.text([alert.rule, limits].compactMap(\.self).joined(separator: ": "))))
        if case .resolved(let since, let end) = alert.state {
            facts.append(("began", moment(since)))
            facts.append(("resolved", moment(end)))
        } else {
            facts.append(("began", "\(moment(alert.since)), not over"))
        }
        let subject = alert.subject.labels.map { "\($0.dimension.rawValue) \($0.value ?? "(says none)")" }
        facts.append(
            ("calls", Markdown.text(subject.isEmpty ? "all that the rule looks at" : subject.joined(separator: ", "))))
        facts.append(
            (
                "acknowledged",
                alert.acknowledgement.map { "by \(Markdown.text($0.principal)) at \(moment($0.time))" } ?? "by nobody"
            ))
        if let silence {
            facts.append(
                (
                    "silenced",
                    "until \(moment(silence.until)) by \(Markdown.text("\(silence.principal): \(silence.reason)"))"
                ))
        }
        if alert.isFlapping { facts.append(("flapping", "it comes and goes, and is told once")) }
        if let summary = rule?.summary { facts.append(("what to do", Markdown.text(summary))) }
        return facts.map { "- **\($0.0)** \($0.1)" }
    }

    private var notes: [String] {
        guard !alert.notes.isEmpty else { return [] }
        return ["## Notes", ""]
            + alert.notes.map { "- \(moment($0.time)) \(Markdown.text($0.principal)): \(Markdown.text($0.text))" }
    }

    private var log: [String] {
        let events = dossier.events.filter { $0.kind != .noted }
        guard !events.isEmpty else { return [] }
        return ["## What happened", ""]
            + Markdown.table(
                ["when", "who", "what"],
                events.map {
                    [moment($0.time), Markdown.text($0.principal ?? ""), Markdown.text($0.text(alert.watched))]
                })
    }

    // MARK: Why

    private var changes: [String] {
        guard !dossier.changes.isEmpty else { return ["## What changed", "", "Nothing that is known of."] }
        return ["## What changed, the best explanation first", ""]
            + dossier.changes.prefix(Self.mostChanges).map { change in
                let mark = change.mark
                let service = mark.service.flatMap { mark.text.contains($0) ? nil : " (\($0))" } ?? ""
                let why = change.weight > 0 ? change.explanation.map { "\($0.reason): \($0.numbers)" } : nil
                let text = [mark.text + service, why].compactMap(\.self).joined(separator: " – ")
                return "- \(moment(mark.time)) \(Markdown.text(text))"
            }
    }

    private static let mostChanges = 12

    private func split(_ split: DossierSplit) -> [String] {
        var titles = [split.dimension.rawValue, "calls", "of all", "errors", "p95", "cost"]
        if let harm = dossier.harm { titles.append("of \(Markdown.text(harm.text))") }
        let rows = split.rows.map { row in
            let measures = row.measures
            var cells = [
                Markdown.text(row.name ?? "(says none)"), Format.grouped(Int(clamping: measures.calls)),
                Format.percent(row.callShare), Format.percent(measures.errorRate),
                Format.duration(seconds: measures.duration?.p95), Format.money(measures.cost?.usd),
            ]
            if dossier.harm != nil { cells.append(Format.percent(row.harmShare)) }
            return cells
        }
        let numbers = Set(titles.indices.dropFirst())
        return ["## By \(split.dimension.rawValue)", ""] + Markdown.table(titles, numbers: numbers, rows)
    }

    // MARK: Where to look

    private var worst: [String] {
        guard !dossier.worst.isEmpty else { return [] }
        let rows = dossier.worst.map { row in
            [
                moment(row.end), Markdown.text(row.call.errorType ?? (row.call.isError ? "failed" : "ok")),
                Format.duration(seconds: row.duration?.seconds), Format.money(row.cost?.usd),
                Markdown.text(row.call.model ?? ""), Markdown.text(row.call.context.release ?? ""), "`\(row.traceID)`",
            ]
        }
        return ["## Worst requests", ""]
            + Markdown.table(
                ["ended", "status", "latency", "cost", "model", "release", "trace"], numbers: [2, 3], rows)
    }

    private var again: [String] {
        let range = dossier.question.range
        let (from, to) = (range.from.rfc3339(.none), range.to.rfc3339(.none))
        var lines = ["headframe --at \(to)"]
        if let worst = dossier.worst.first { lines.append("headframe request \(worst.traceID)") }
        lines.append("headframe export incident --from \(from) --to \(to) --to-file incident-\(alert.id).db")
        return ["## Look at it again", ""] + lines.map { "    \($0)" }
    }

    private func moment(_ time: Timestamp) -> String {
        let text = time.rfc3339(.none)
        return text.replacing("T", with: " ").replacing("Z", with: " UTC")
    }
}
