/// Reads the text of `BuiltInPrices` line by line.
struct PriceTextReader {
    /// A line that is not as described.
    struct UnreadableLine: Error { let line: String }

    private var prices: [Price] = []
    private var provider: String?
    /// The model whose lines are being read; its schedules by tier, nil for the standard one.
    private var model: String?
    private var schedules: [ServiceTier?: PriceSchedule] = [:]

    /// Reads one line.
    mutating func read(_ line: Substring) throws {
        let words = line.split(separator: " ")
        guard let first = words.first else { return }
        if line.hasPrefix(" ") {
            guard readAddition(first, try rates(words.dropFirst())) else { throw UnreadableLine(line: String(line)) }
        } else {
            try finishModel()
            if first == "provider" {
                provider = words.last.map(String.init)
            } else {
                model = String(first)
                schedules[nil] = PriceSchedule(try rates(words.dropFirst()))
            }
        }
    }

    /// All prices read.
    mutating func finish() throws -> [Price] {
        try finishModel()
        return prices
    }

    private mutating func finishModel() throws {
        guard let model, let standard = schedules.removeValue(forKey: nil) else { return }
        var tiers: [ServiceTier: PriceSchedule] = [:]
        for case (let tier?, let schedule) in schedules { tiers[tier] = schedule }
        prices.append(try Price(model: model, provider: provider, standard: standard, tiers: tiers))
        (self.model, schedules) = (nil, [:])
    }

    /// Takes the prices of `batch`, `>200000` or `batch>200000`; false when `place` is none of them.
    private mutating func readAddition(_ place: Substring, _ rates: Rates) -> Bool {
        let parts = place.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
        let tier = ServiceTier(rawValue: String(parts[0]))
        guard model != nil, tier != nil || parts[0].isEmpty else { return false }
        guard parts.count == 2 else {
            schedules[tier] = PriceSchedule(rates)
            return true
        }
        guard let threshold = Int64(parts[1]), let schedule = schedules[tier] else { return false }
        schedules[tier] = PriceSchedule(schedule.base, above: schedule.above.merging([threshold: rates]) { $1 })
        return true
    }

    private func rates(_ words: ArraySlice<Substring>) throws -> Rates {
        var amounts: [Substring: Double] = [:]
        var rest = words
        while let key = rest.popFirst() {
            guard Self.keys.contains(key), let amount = rest.popFirst().flatMap({ Double($0) }) else {
                throw UnreadableLine(line: words.joined(separator: " "))
            }
            amounts[key] = amount
        }
        return try Rates(
            input: amounts["in"], output: amounts["out"], cacheRead: amounts["read"], cacheWrite: amounts["write"],
            cacheWriteLong: amounts["write1h"], reasoning: amounts["reason"], audioInput: amounts["audioin"],
            audioOutput: amounts["audioout"])
    }

    private static let keys: Set<Substring> = [
        "in", "out", "read", "write", "write1h", "reason", "audioin", "audioout",
    ]
}
