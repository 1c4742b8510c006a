import Domain

/// What a client says that a call cost, in US dollars.
enum ReportedCost {
    /// Nil when it does not say, when it speaks of another currency, and for 0: clients whose price list lacks the model say 0, and what
    /// costs nothing needs no report.
    static func read(_ values: FieldValues) -> Money? {
        if let currency = values.text(.costCurrency), currency != "USD", currency != "usd" { return nil }
        let parts = (values.number(.inputCost), values.number(.outputCost))
        let sum = parts.0 == nil && parts.1 == nil ? nil : (parts.0 ?? 0) + (parts.1 ?? 0)
        return money(values.number(.cost)) ?? money(sum) ?? money(values.json(.costJSON).flatMap(total))
    }

    private static func total(_ costs: JSON) -> Double? {
        for name in ["total", "total_cost", "response_cost"] {
            if let total = costs[name]?.double { return total }
        }
        let parts = ["input", "output", "input_cost", "output_cost"].compactMap { costs[$0]?.double }
        return parts.isEmpty ? nil : parts.reduce(0, +)
    }

    private static func money(_ usd: Double?) -> Money? {
        guard let usd, usd > 0 else { return nil }
        return Money(usd: usd)
    }
}
