import Domain
import Drawing

/// Something that changed, and how well it explains what is wrong.
struct Change: Hashable, Sendable {
    var mark: Mark
    /// From 0 (nothing is wrong, or it has nothing to do with it) to 3 (it is about what is wrong, and just before that began).
    var weight: Int
    /// Why it has that weight; empty at 0.
    var reason: String

    /// The changes of an answer, newest first, weighed against the findings.
    static func all(in answer: OverviewAnswer, explaining findings: [Finding]) -> [Change] {
        answer.marks.reversed().map { mark in
            findings.map { weigh(mark, against: $0, in: answer) }.max { $0.weight < $1.weight }
                ?? Change(mark: mark, weight: 0, reason: "")
        }
    }

    private static func weigh(_ mark: Mark, against finding: Finding, in answer: OverviewAnswer) -> Change {
        let isNamed = isNamed(finding.subject, in: mark)
        let lead = finding.since.map { $0.since(mark.time) }
        let slack = answer.courses.step
        let isJustBefore = lead.map { $0 >= -slack && $0 <= max(.minutes(10), Nanoseconds(slack.count * 2)) } ?? false
        let weight = (isNamed ? 2 : 0) + (isJustBefore ? 1 : 0)
        return Change(mark: mark, weight: weight, reason: reason(finding, answer, isNamed, isJustBefore ? lead : nil))
    }

    private static func isNamed(_ subject: Finding.Subject, in mark: Mark) -> Bool {
        guard case .row(let name?) = subject else { return false }
        return mark.mentions(name)
    }

    private static func reason(
        _ finding: Finding, _ answer: OverviewAnswer, _ isNamed: Bool, _ lead: Nanoseconds?
    ) -> String {
        guard isNamed || lead != nil else { return "" }
        if isNamed, finding.measure == .errors, case .row(let name) = finding.subject,
            let row = answer.rows.first(where: { $0.name == name }), answer.total.errors > 0
        {
            return "has \(Format.percent(Double(row.measures.errors) / Double(answer.total.errors))) of the errors"
        }
        guard let lead else { return "is what stands out" }
        return lead < .minutes(1)
            ? "as it began" : "\(TimeWords.length(.minutes(lead.count / 60_000_000_000))) before it began"
    }
}
