extension AlertRule {
    /// The rule that a draft says.
    ///
    /// - Throws: the first member that is wrong, and what to write instead.
    public init(_ draft: AlertRuleDraft) throws(AlertRuleError) {
        try self.init(
            name: Self.name(draft.name), scope: Self.scope(draft.scope), by: Self.dimensions("by", draft.by),
            condition: Self.condition(draft),
            hold: Self.length("for", draft.hold, .seconds(0)...(.days(1)), else: .seconds(0)),
            noData: Self.noData(draft), reminder: Self.reminder(draft.reminder),
            group: draft.group.map { (names) throws(AlertRuleError) in try Self.dimensions("group", names) }
                ?? Self.usualGroup,
            receivers: draft.receivers, summary: draft.summary)
        try checkTogether()
    }

    /// Alerts of one service in one environment belong together unless a rule says otherwise.
    static let usualGroup: [Dimension] = [.environment, .service]
    /// After how long an alert is said again unless a rule says otherwise.
    static let usualReminder = Nanoseconds.hours(4)
    /// Over how long a measure is taken unless a rule says otherwise.
    static let usualWindow = Nanoseconds.minutes(5)
    /// How far freshness looks back unless a rule says otherwise.
    static let usualLookBack = Nanoseconds.hours(1)
    /// Over how long an objective is to be met unless a rule says otherwise.
    static let usualPeriod = Nanoseconds.days(30)

    /// The policy of rules that do not say one.
    static func usualNoData(isSplit: Bool) -> NoDataPolicy { isSplit ? .resolve : .show }

    private static func name(_ text: String) throws(AlertRuleError) -> String {
        guard !text.isEmpty else { throw AlertRuleError("name", "a name is missing, such as slow answers") }
        guard text.utf8.count <= 200, !text.unicodeScalars.contains(where: \.isHostile) else {
            throw AlertRuleError("name", "must have at most 200 bytes and no control characters")
        }
        return text
    }

    private static func scope(_ text: String) throws(AlertRuleError) -> Filter {
        let filter: Filter
        do throws(FilterError) { filter = try Filter(parsing: text) } catch {
            throw AlertRuleError("where", "\(error.reason) (character \(error.offset + 1))")
        }
        guard filter.isAnsweredByRollups else {
            throw AlertRuleError(
                "where", "rules look at sums, which are kept by \(seriesNames); other conditions cannot be used")
        }
        return filter
    }

    private static let seriesNames = Dimension.allCases.filter(\.isSeries).map(\.rawValue).joined(separator: ", ")

    private static func dimensions(_ member: String, _ names: [String]) throws(AlertRuleError) -> [Dimension] {
        var dimensions: [Dimension] = []
        for name in names {
            guard let dimension = Dimension(rawValue: name == "env" ? "environment" : name) else {
                let guess = NearestWord.of(name, among: Dimension.allCases.map(\.rawValue))
                throw AlertRuleError(
                    member,
                    "nothing is called '\(name.prefix(40))'"
                        + (guess.map { "; did you mean \($0)?" } ?? ": use \(seriesNames)"))
            }
            guard !dimensions.contains(dimension) else { throw AlertRuleError(member, "\(name) is there twice") }
            dimensions.append(dimension)
        }
        return dimensions
    }

    static func length(
        _ member: String, _ text: String?, _ allowed: ClosedRange<Nanoseconds>, else usual: Nanoseconds
    ) throws(AlertRuleError) -> Nanoseconds {
        guard let text else { return usual }
        let length = text == "0s" || text == "0" ? .seconds(0) : TimeText.length(text)
        guard let length, allowed.contains(length) else {
            let shortest = allowed.lowerBound == .seconds(0) ? "0s" : TimeText.text(allowed.lowerBound)
            throw AlertRuleError(member, "must be a length from \(shortest) to \(TimeText.text(allowed.upperBound))")
        }
        return length
    }

    private static func noData(_ draft: AlertRuleDraft) throws(AlertRuleError) -> NoDataPolicy {
        guard let text = draft.noData else { return usualNoData(isSplit: !draft.by.isEmpty) }
        guard let policy = NoDataPolicy(rawValue: text) else {
            throw AlertRuleError(
                "no_data", "must be one of " + NoDataPolicy.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return policy
    }

    private static func reminder(_ text: String?) throws(AlertRuleError) -> Nanoseconds? {
        text == "never" ? nil : try length("remind", text, .minutes(5)...(.days(7)), else: usualReminder)
    }

    /// What can only be said when all members are known.
    private func checkTogether() throws(AlertRuleError) {
        let isBudget = if case .budget = condition { true } else { false }
        for dimension in by where !dimension.isSeries && !(isBudget && dimension == .user) {
            throw AlertRuleError(
                "by",
                dimension == .user
                    ? "by user only budgets can be split"
                    : "\(dimension.rawValue) is not kept over time: use "
                        + Self.seriesNames)
        }
        if by.contains(.user), by.count > 1 || scope != .all {
            throw AlertRuleError("by", "sums by user are kept for all calls together: user stands alone, without where")
        }
        if let dimension = group.first(where: { !$0.isSeries }) {
            throw AlertRuleError("group", "\(dimension.rawValue) is not kept over time: use \(Self.seriesNames)")
        }
        if case .threshold(let threshold) = condition, threshold.measure == .drift {
            let filtered = scope.terms.compactMap {
                if case .equals(let dimension, _) = $0.condition { dimension } else { nil }
            }
            if let dimension = (by + filtered).first(where: { $0 != .environment && $0 != .service }) {
                throw AlertRuleError(
                    by.contains(dimension) ? "by" : "where",
                    "drift is watched by environment and service, not by \(dimension.rawValue)")
            }
        }
        if case .threshold(let threshold) = condition, threshold.baseline == .busiestOther, by.isEmpty {
            throw AlertRuleError("than", "busiest other needs by: there is no other")
        }
    }
}
