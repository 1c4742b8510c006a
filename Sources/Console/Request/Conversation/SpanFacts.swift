import Domain
import Drawing

/// What is known of a span in numbers and names.
struct SpanFacts {
    /// A name and what it is.
    struct Fact {
        var name: String
        var value: StyledText
    }

    let lines: [Fact]

    init(_ detail: SpanDetail) {
        let row = detail.row
        let call = row.call
        var facts: [Fact] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(Fact(name: name, value: StyledText(value))) }
        }
        add("model", Self.model(call))
        add("tokens", Self.tokens(call.usage))
        add("cost", Self.cost(row))
        add("time", Self.time(row))
        add("finish", call.finishReasons.joined(separator: ", "))
        add(
            "prompt",
            call.context.promptName.map { [$0, call.context.promptVersion].compactMap { $0 }.joined(separator: " ") })
        add("release", call.context.release)
        add("user", call.context.user)
        add("session", call.context.session)
        add("service", "\(call.service)  \(call.environment)")
        add("span", "\(row.name)  \(row.spanID)")
        if let flags = Self.flags(row.flags) {
            facts.append(Fact(name: "note", value: StyledText("▲ " + flags, .statusWarning)))
        }
        lines = facts
    }

    private static func model(_ call: Call) -> String? {
        guard let model = call.model else { return nil }
        var text = [call.provider, model].compactMap { $0 }.joined(separator: " ")
        if let asked = call.requestModel, asked != model { text += " (asked for \(asked))" }
        return text
    }

    private static func count(_ tokens: Int64) -> String { Format.grouped(Int(clamping: tokens)) }

    private static func tokens(_ usage: TokenUsage) -> String? {
        guard usage.isKnown else { return nil }
        func side(_ name: String, _ total: Int64?, _ parts: [(String, Int64?)]) -> String {
            let known = parts.compactMap { name, tokens in tokens.map { "\(count($0)) \(name)" } }
            let detail = known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
            return "\(total.map(count) ?? Format.missing) \(name)\(detail)"
        }
        let input = side(
            "in", usage.input,
            [("from cache", usage.cacheRead), ("to cache", usage.cacheWrite), ("audio", usage.audioInput)])
        let output = side("out", usage.output, [("reasoning", usage.reasoning), ("audio", usage.audioOutput)])
        return "\(input) · \(output)"
    }

    private static func cost(_ row: RequestRow) -> String? {
        guard let cost = row.cost else {
            guard row.isCounted else { return nil }
            return "unknown: \(row.call.usage.isKnown ? "no price for this model" : "nobody counted its tokens")"
        }
        return switch row.costSource {
        case .computed: "\(Format.money(cost.usd)) from tokens and the price table"
        case .reported: "\(Format.money(cost.usd)) as the application says"
        case nil: Format.money(cost.usd)
        }
    }

    private static func time(_ row: RequestRow) -> String {
        var parts = [
            row.duration.map { Format.duration(seconds: $0.seconds) } ?? "ends before it begins",
            "from \(row.start.rfc3339())",
        ]
        if let first = row.call.timeToFirstToken {
            parts.insert("first token after \(Format.duration(seconds: first.seconds))", at: 1)
        }
        return parts.joined(separator: " · ")
    }

    private static func flags(_ flags: TelemetryFlags) -> String? {
        let words: [(TelemetryFlags, String)] = [
            (.clock, "ended before it began"), (.time, "claims a time that cannot be"),
            (.usage, "token counts that cannot be were left out"), (.cut, "too large: parts were cut"),
            (.text, "ill-formed text was repaired"), (.duplicateKey, "a key stood twice: the first counts"),
            (.cacheOutsideInput, "cached tokens were added to the input"),
            (.reasoningOutsideOutput, "reasoning tokens were added to the output"),
        ]
        let said = words.filter { flags.contains($0.0) }.map(\.1)
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }
}
