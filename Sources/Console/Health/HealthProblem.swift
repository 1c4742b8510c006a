import Domain
import Drawing

/// Something that keeps telemetry from being stored or counted as it should be.
struct HealthProblem: Hashable {
    var kind: String
    var what: String
    var count: Int64
    /// What to do about it.
    var advice: String

    /// The problems of an answer: what was refused first, then what has no price, then what looks wrong.
    static func all(in answer: HealthAnswer, masked: RedactionCounts?) -> [HealthProblem] {
        let refused = (answer.health?.refusals ?? []).map {
            HealthProblem(
                kind: "refused", what: $0.reason, count: $0.count, advice: "look at the exporter that sends it")
        }
        let unpriced = answer.unpriced.map {
            HealthProblem(
                kind: "no price", what: $0.name ?? "calls that name no model", count: $0.measures.unpricedCalls,
                advice: $0.name == nil ? "let the application report the model" : "add it to prices.yaml")
        }
        return refused + unpriced + doubled(answer) + lint(answer) + irregular(answer) + hidden(masked)
    }

    private static func hidden(_ counts: RedactionCounts?) -> [HealthProblem] {
        (counts?.nonzero ?? []).map {
            HealthProblem(
                kind: "masked", what: "\($0.kind.rawValue), before anything was stored", count: $0.count,
                advice: "nothing; redaction.kinds in the configuration says what is masked")
        }
    }

    private static func doubled(_ answer: HealthAnswer) -> [HealthProblem] {
        answer.doubled.map {
            HealthProblem(
                kind: "counted twice", what: "\($0.service), \($0.dialect.rawValue): \($0.rule.name)",
                count: $0.count, advice: "\($0.rule.sentence) Trace \($0.example)")
        }
    }

    private static func lint(_ answer: HealthAnswer) -> [HealthProblem] {
        var counts: [HealthProblem] = []
        for source in answer.health?.sources ?? [] {
            for client in source.clients {
                let name = client.name.isEmpty ? client.dialect.rawValue : "\(client.name) \(client.version)"
                for (rule, count) in client.lint.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    let example = client.example.map { " Trace \($0)" } ?? ""
                    counts.append(
                        HealthProblem(
                            kind: "token lint", what: "\(source.service), \(name): \(rule.name)", count: count,
                            advice: rule.sentence + example))
                }
            }
        }
        return counts
    }

    private static func irregular(_ answer: HealthAnswer) -> [HealthProblem] {
        (answer.health?.sources ?? []).flatMap { source in
            source.irregular.sorted { $0.key < $1.key }.map { words, count in
                HealthProblem(kind: "repaired", what: "\(source.service): \(words)", count: count, advice: "")
            }
        }
    }

    var cells: [StyledText] {
        [
            StyledText(kind, kind == "refused" ? .statusWarning : .text), StyledText(what),
            StyledText(Format.count(Double(count))), StyledText(advice, .textMuted),
        ]
    }
}
