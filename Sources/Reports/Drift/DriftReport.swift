import Domain
import Drawing
import Wording

/// The answer of `headframe drift`.
public struct DriftReport: Sendable {
    private let board: DriftBoard?
    private let signal: String?

    /// The report of how drift stood; of nil when nobody ever looked. With `signal`, everything about that one.
    public init(_ board: DriftBoard?, signal: String? = nil) {
        var board = board
        if let signal { board?.findings.removeAll { $0.signal.name != signal } }
        (self.board, self.signal) = (board, signal)
    }

    /// The board; `null` when nobody ever looked.
    public var json: JSON { board?.json ?? .null }

    /// The same for people: what needs somebody first.
    public var text: String {
        guard let board else { return "nobody looked for drift yet: headframed does that, every ten seconds" }
        var sections = [findings(board)]
        if signal != nil { sections += board.findings.map(details) }
        if signal == nil { sections += [references(board), failures(board)] }
        sections.append(board.troubles)
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func findings(_ board: DriftBoard) -> [String] {
        guard !board.findings.isEmpty else { return ["no calls yet"] }
        var table = TextTable([
            .init("STATE", .left), .init("SERVICE", .left), .init("SIGNAL", .left), .init("EFFECT", .right),
            .init("EVIDENCE", .right), .init("SINCE", .left), .init("COURSE", .left), .init("WHAT", .left, widest: 110),
        ])
        for finding in board.findings {
            table.add([
                DriftSentence.state(finding.state), finding.subject.service + " " + finding.subject.environment,
                DriftSentence.name(finding.signal),
                finding.reading.map { Format.decimal($0.effect, decimals: 3) } ?? Format.missing,
                DriftSentence.evidence(finding.reading), finding.since?.rfc3339() ?? "", course(finding),
                DriftSentence.text(finding),
            ])
        }
        return table.lines
    }

    /// The last windows, a sign each: `.` calm, `+` watch, `!` alarm.
    private func course(_ finding: DriftFinding) -> String {
        String(
            finding.course.suffix(24).map { reading -> Character in
                switch reading.state {
                case .calm: "."
                case .watch: "+"
                case .alarm: "!"
                case .notEnough: " "
                }
            })
    }

    private func details(_ finding: DriftFinding) -> [String] {
        guard let explanation = finding.explanation else { return [] }
        var lines = ["\(finding.subject.service) \(finding.subject.environment): \(DriftSentence.name(finding.signal))"]
        for quantile in explanation.quantiles {
            lines.append(
                "  p\(Format.number(quantile.share * 100))  \(Format.number(quantile.then)) → \(Format.number(quantile.now))"
            )
        }
        if let index = explanation.stabilityIndex, let chance = explanation.stabilityIndexByChance {
            lines.append(
                "  PSI \(Format.decimal(index, decimals: 2)) (chance alone gives \(Format.decimal(chance, decimals: 2)))"
            )
        }
        for category in explanation.categories {
            lines.append("  \(category.name)  \(Format.percent(category.then)) → \(Format.percent(category.now))")
        }
        for word in explanation.words {
            lines.append(
                "  \(word.z > 0 ? "+" : "−") \"\(word.word)\"  \(Format.percent(word.then)) → \(Format.percent(word.now))"
            )
        }
        for segment in explanation.segments {
            lines.append(
                "  \(segment.release ?? "no release") on \(segment.model ?? "no model"): \(Format.percent(segment.share)) of calls"
                    + (segment.distance.map { ", distance \(Format.decimal($0, decimals: 3))" } ?? ""))
        }
        for example in explanation.examples { lines.append("  \(example.traceID)  \(example.text ?? "")") }
        for mark in explanation.marks { lines.append("  \(mark.time.rfc3339())  \(mark.text)") }
        if let filter = explanation.filter { lines.append("  headframe requests '\(filter)'") }
        return lines.map { Text.sanitized($0) }
    }

    private func references(_ board: DriftBoard) -> [String] {
        guard !board.references.isEmpty else { return [] }
        var table = TextTable([
            .init("REFERENCE", .left), .init("SIDE", .left), .init("FROM", .left), .init("TO", .left),
            .init("CALLS", .right), .init("BY", .left), .init("WHY", .left),
        ])
        for reference in board.references {
            table.add([
                reference.subject.service + " " + reference.subject.environment, reference.side.rawValue,
                reference.from.rfc3339(), reference.to?.rfc3339() ?? "learning",
                Format.grouped(Int(clamping: reference.calls)), reference.principal, reference.reason,
            ])
        }
        return table.lines
    }

    private func failures(_ board: DriftBoard) -> [String] {
        guard !board.failures.isEmpty else { return [] }
        var table = TextTable([
            .init("FAILING", .left), .init("SERVICE", .left), .init("FAILED", .right), .init("OF", .right),
            .init("TIMES USUAL", .right), .init("P", .right), .init("WORDS", .left),
        ])
        for cluster in board.failures {
            table.add([
                cluster.id, cluster.subject.service, Format.grouped(Int(clamping: cluster.failures)),
                Format.grouped(Int(clamping: cluster.calls)), Format.decimal(cluster.lift, decimals: 1),
                cluster.p < 0.0001 ? "<0.0001" : Format.decimal(cluster.p, decimals: 4),
                cluster.words.joined(separator: " "),
            ])
        }
        return table.lines
    }
}
