import Domain

extension Schema<AlertRuleDraft> {
    /// A rule about a measure.
    static var rule: Schema {
        Schema(
            [
                .value("measure", \.threshold.measure, .text, "What is looked at."),
                .value("over", \.threshold.over, .optionalText, "Over how long."),
                .value("than", \.threshold.than, .optionalText, "What limits such as > 3x are multiples of."),
                .value("warn", \.threshold.warn, .optionalText, "Beyond which value to warn."),
                .value("page", \.threshold.page, .optionalText, "Beyond which value to wake somebody."),
                .value("fewest_calls", \.threshold.fewestCalls, .optionalText, "Fewer calls say nothing."),
            ] + shared)
    }

    /// A rule about a share of good calls.
    static var objective: Schema {
        Schema(
            [
                .value("good", \.objective.good, .text, "When a call is good."),
                .value("target", \.objective.target, .text, "The share of good calls that is aimed at."),
                .value("period", \.objective.period, .optionalText, "Over how long."),
                .value("fewest_calls", \.objective.fewestCalls, .optionalText, "Fewer calls say nothing."),
            ] + shared)
    }

    /// A rule about what may be used in a month.
    static var budget: Schema {
        Schema(
            [
                .value("amount", \.budget.amount, .text, "What may be used in a month."),
                .value("warn", \.budget.warn, .optionalText, "At which share of it to warn."),
                .value("page", \.budget.page, .optionalText, "At which share of it to wake somebody."),
            ] + shared)
    }

    private static var shared: [Field<AlertRuleDraft>] {
        [
            .value("name", \.name, .text, "What it is called."),
            .value("where", \.scope, .text, "Which calls."),
            .value("by", \.by, .texts, "One alert for each combination of these."),
            .value("for", \.hold, .optionalText, "For how long before it fires."),
            .value("no_data", \.noData, .optionalText, "What it means that there are no calls."),
            .value("remind", \.reminder, .optionalText, "After how long it is said again."),
            .value("group", \.group, .optionalTexts, "Alerts that agree in these are one notification."),
            .value("receivers", \.receivers, .texts, "Whom to tell; all when empty."),
            .value("summary", \.summary, .optionalText, "What it is for and what to do."),
        ]
    }
}

extension ValueKind<[String]?> {
    fileprivate static var optionalTexts: ValueKind {
        let texts = ValueKind<[String]>.texts
        return ValueKind(
            expected: texts.expected, read: { texts.read($0).map { .some($0) } },
            write: { $0.map(texts.write) ?? "" })
    }
}

extension AlertRuleDraft {
    fileprivate var threshold: Threshold {
        get { if case .threshold(let threshold) = condition { threshold } else { Threshold() } }
        set { condition = .threshold(newValue) }
    }
    fileprivate var objective: Objective {
        get { if case .objective(let objective) = condition { objective } else { Objective() } }
        set { condition = .objective(newValue) }
    }
    fileprivate var budget: Budget {
        get { if case .budget(let budget) = condition { budget } else { Budget() } }
        set { condition = .budget(newValue) }
    }
}
