import Domain

/// The prices of models, ready to price calls. It never changes: other prices are another table.
public struct PriceTable: Sendable {
    /// The prices of one model name, each list by descending date.
    private struct Entry: Sendable {
        var ofAnyProvider: [EffectiveSchedule] = []
        var byProvider: [String: [EffectiveSchedule]] = [:]

        /// The prices that may hold for a call: those of the gateway that it went through, then those of the provider
        /// that served it, then those of anybody. A call that does not say who served it is priced when only one
        /// provider has a price.
        func schedules(of server: Server) -> [EffectiveSchedule] {
            let gateway = server.gateway.flatMap { byProvider[$0] }
            let own = server.provider.map { byProvider[$0] } ?? (byProvider.count == 1 ? byProvider.values.first : nil)
            return (gateway ?? []) + (own ?? []) + ofAnyProvider
        }
    }

    /// By name of the model; an earlier layer goes before a later one.
    private let layers: [[String: Entry]]
    private let cache = ScheduleCache()

    /// A table of `prices`. Of two that begin at the same moment for the same model and provider the later one counts.
    public init(_ prices: [Price]) { layers = [Self.layer(prices)] }

    private init(layers: [[String: Entry]]) { self.layers = layers }

    private static func layer(_ prices: [Price]) -> [String: Entry] {
        var layer: [String: Entry] = [:]
        for price in prices {
            let schedule = EffectiveSchedule(price)
            let model = price.model.lowercased()
            if let provider = price.provider.map(ProviderName.canonical) {
                insert(schedule, into: &layer[model, default: Entry()].byProvider[provider, default: []])
            } else {
                insert(schedule, into: &layer[model, default: Entry()].ofAnyProvider)
            }
        }
        return layer
    }

    private static func insert(_ schedule: EffectiveSchedule, into list: inout [EffectiveSchedule]) {
        let index = list.firstIndex { $0.from <= schedule.from } ?? list.endIndex
        list.insert(schedule, at: index)
    }

    /// This table with `overrides` going before its own prices, name by name: an override for `gpt-4o` also prices
    /// `gpt-4o-2024-08-06` unless that has a price of its own, and holds from its own date on.
    public func merging(_ overrides: [Price]) -> PriceTable { PriceTable(layers: [Self.layer(overrides)] + layers) }

    /// What a call cost, by the prices that held at `moment`: (input − read − written) × input + read × cache read + written × cache
    /// write + (output − reasoning) × output + reasoning × reasoning, all from the tier and the band of the whole input;
    /// `Rates` says what stands in for a missing price. Exact, and rounded once to the nearest nano-dollar.
    ///
    /// - Parameters:
    ///   - usage: The tokens; input includes cached tokens and output includes reasoning.
    ///   - model: The name as telemetry spells it; it may be qualified, dated or a cloud's own.
    ///   - provider: Who served the call, as telemetry spells it. What the name of the model says of it counts when this is
    ///     nil or a gateway.
    ///   - serviceTier: `batch`, `flex`, `priority`; anything else is the standard tier.
    ///   - moment: When the call began.
    /// - Returns: Nil when the input is not known, or output that would cost something is not, and when no price is known for
    ///   the model.
    public func cost(
        of usage: TokenUsage, model: String, provider: String? = nil, serviceTier: String? = nil, at moment: Timestamp
    ) -> Money? {
        guard let input = usage.input, model.utf8.count <= Price.longestName,
            (provider?.utf8.count ?? 0) <= Price.longestName
        else { return nil }
        let key = ScheduleCache.Key(model: model, provider: provider)
        let schedules = cache.schedules(key) { self.schedules(model: model, provider: provider) }
        guard let schedule = schedules.first(where: { $0.from <= moment }) else { return nil }
        let tier = serviceTier.flatMap(ServiceTier.init(name:))
        return schedule.rates(tier: tier, input: input).cost(of: usage)
    }

    /// All prices that may be meant, the preferred first, whatever their date.
    private func schedules(model: String, provider: String?) -> [EffectiveSchedule] {
        guard let name = ModelName(model) else { return [] }
        let server = Server(provider: name.cloud ?? provider, host: name.host)
        return name.candidates.flatMap { candidate in
            layers.flatMap { $0[candidate]?.schedules(of: server) ?? [] }
        }
    }
}
