extension BudgetStatus {
    /// As stores keep it and the command line prints it; amounts are in `unit`.
    public var json: JSON {
        [
            "name": .string(name), "subject": subject.json, "unit": .string(unit.rawValue), "amount": JSON(amount),
            "today": JSON(today), "month": JSON(month),
            "forecast": forecast.map {
                ["expected": JSON($0.expected), "low": JSON($0.low), "high": JSON($0.high)]
            } ?? .null,
        ]
    }

    /// The status that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let name = json["name"]?.string, let subject = json["subject"].flatMap(AlertSubject.init),
            let unit = json["unit"]?.string.flatMap(BudgetUnit.init), let amount = json["amount"]?.double,
            let today = json["today"]?.double, let month = json["month"]?.double
        else { return nil }
        self.init(
            name: name, subject: subject, unit: unit, amount: amount, today: today, month: month, forecast: nil)
        if let part = json["forecast"], let expected = part["expected"]?.double, let low = part["low"]?.double,
            let high = part["high"]?.double
        {
            forecast = Forecast(expected: expected, low: low, high: high)
        }
    }
}
