/// The list prices that come with the program, as text that can be read and compared: facts of November 2026, collected from the price map
/// of litellm 1.106.2. Free and experimental models are left out, since a free trial must not look like a free call.
///
/// A line is the name of a model and its prices in dollars per million tokens: `in`, `out`, `read` and `write` (cache), `write1h`
/// (cache for an hour), `reason`, `audioin`, `audioout`; a price that is missing is that of `Rates`. An indented line adds to the
/// model above it: `>200000` the prices of inputs longer than that, `batch`, `flex` or `priority` those of a service tier,
/// `batch>200000` both. After `provider NAME` the prices hold only for calls that NAME serves: the models have open weights, and
/// everybody who serves them has a price of his own. A snapshot with a date has a line only where it costs something else.
enum BuiltInPrices {
    /// All prices; throws when a text is not as described.
    static func all() throws -> [Price] { try [openAI, anthropic, google, mistral, deepSeek].flatMap(prices(in:)) }

    /// A line that cannot be read.
    struct UnreadableLine: Error { let line: String }

    /// Reads one text.
    static func prices(in text: String) throws -> [Price] {
        var prices: [Price] = []
        var provider: String?
        var model: String?
        var schedules: [ServiceTier?: (base: Rates, above: [Int64: Rates])] = [:]
        func finish() throws {
            guard let name = model, let standard = schedules.removeValue(forKey: nil) else { return }
            var tiers: [ServiceTier: PriceSchedule] = [:]
            for case (let tier?, let schedule) in schedules {
                tiers[tier] = PriceSchedule(schedule.base, above: schedule.above)
            }
            let standardSchedule = PriceSchedule(standard.base, above: standard.above)
            prices.append(try Price(model: name, provider: provider, standard: standardSchedule, tiers: tiers))
            schedules = [:]
        }
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let first = words.first else { continue }
            if line.hasPrefix(" ") {
                let parts = first.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
                let tier = ServiceTier(rawValue: String(parts[0]))
                guard model != nil, tier != nil || parts[0].isEmpty else { throw UnreadableLine(line: String(line)) }
                let read = try rates(words.dropFirst(), line)
                if parts.count == 1 {
                    schedules[tier] = (read, [:])
                } else {
                    guard let threshold = Int64(parts[1]) else { throw UnreadableLine(line: String(line)) }
                    schedules[tier]?.above[threshold] = read
                }
            } else {
                try finish()
                (model, provider) = first == "provider" ? (nil, words.last.map(String.init)) : (String(first), provider)
                if model != nil { schedules[nil] = (try rates(words.dropFirst(), line), [:]) }
            }
        }
        try finish()
        return prices
    }

    private static func rates(_ words: ArraySlice<Substring>, _ line: Substring) throws -> Rates {
        var prices: [Substring: Double] = [:]
        var rest = words
        while let key = rest.popFirst() {
            guard keys.contains(key), let price = rest.popFirst().flatMap(Double.init) else {
                throw UnreadableLine(line: String(line))
            }
            prices[key] = price
        }
        return try Rates(
            input: prices["in"], output: prices["out"], cacheRead: prices["read"], cacheWrite: prices["write"],
            cacheWriteLong: prices["write1h"], reasoning: prices["reason"], audioInput: prices["audioin"],
            audioOutput: prices["audioout"])
    }

    private static let keys: Set<Substring> = [
        "in", "out", "read", "write", "write1h", "reason", "audioin", "audioout",
    ]
}

extension PriceTable {
    /// The list prices of the current models of OpenAI, Anthropic, Google, Mistral and DeepSeek as they were known in `builtInDate`.
    /// They have no history: a call of the past is priced as of now, unless a merged price says what held then.
    public static let builtIn = PriceTable((try? BuiltInPrices.all()) ?? [])

    /// The month of the facts in `builtIn`.
    public static let builtInDate = "2026-11"
}
