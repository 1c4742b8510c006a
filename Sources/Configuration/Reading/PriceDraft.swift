import Domain
import Pricing
import Yams

/// A price as people write it, before it is known to make sense.
struct PriceDraft {
    var model = ""
    var provider: String?
    var from: Timestamp?
    var standard = ScheduleDraft()
    var tiers: [ServiceTier: ScheduleDraft] = [:]

    /// The price that it says.
    func price() throws(PriceError) -> Price {
        var schedules: [ServiceTier: PriceSchedule] = [:]
        for (tier, draft) in tiers { schedules[tier] = try draft.schedule() }
        return try Price(
            model: model, provider: provider, from: from, standard: standard.schedule(), tiers: schedules)
    }
}

/// The prices of a service tier as people write them.
struct ScheduleDraft: Hashable {
    var rates = RatesDraft()
    var above: [Int64: RatesDraft] = [:]

    func schedule() throws(PriceError) -> PriceSchedule {
        var bands: [Int64: Rates] = [:]
        for (threshold, draft) in above { bands[threshold] = try draft.rates() }
        return PriceSchedule(try rates.rates(), above: bands)
    }
}

/// Dollars per million tokens of each kind, as people write them.
struct RatesDraft: Hashable {
    var input: Double?
    var output: Double?
    var cacheRead: Double?
    var cacheWrite: Double?
    var cacheWriteLong: Double?
    var reasoning: Double?
    var audioInput: Double?
    var audioOutput: Double?

    func rates() throws(PriceError) -> Rates {
        try Rates(
            input: input, output: output, cacheRead: cacheRead, cacheWrite: cacheWrite, cacheWriteLong: cacheWriteLong,
            reasoning: reasoning, audioInput: audioInput, audioOutput: audioOutput)
    }
}

extension ListSchema<Price> {
    /// Prices, as they stand in `prices.yaml` and under `prices` in the configuration.
    static var prices: ListSchema {
        ListSchema(PriceDraft.schema, new: PriceDraft()) { draft throws(PriceError) in try draft.price() }
    }
}

extension [ServiceTier: ScheduleDraft] {
    /// The prices of `tier`; empty as long as nobody wrote any.
    fileprivate subscript(draft tier: ServiceTier) -> ScheduleDraft {
        get { self[tier] ?? ScheduleDraft() }
        set { self[tier] = newValue }
    }
}

extension PriceDraft {
    fileprivate static var schema: Schema<PriceDraft> {
        let tiers = ServiceTier.allCases.map { tier in
            Field.section(
                tier.rawValue, \[ServiceTier: ScheduleDraft].[draft: tier],
                Schema(ScheduleDraft.fields(\.self)), "")
        }
        return Schema(
            [
                .value("model", \.model, .text, "Name of the model; also prices its dated snapshots."),
                .value("provider", \.provider, .optionalText, "Who serves it; without, the price holds for all."),
                .value("valid_from", \.from, .moment, "From when on it holds."),
            ] + ScheduleDraft.fields(\PriceDraft.standard)
                + [.section("tiers", \.tiers, Schema(tiers), "Prices of calls served in another tier.")])
    }
}

extension ScheduleDraft {
    fileprivate static func fields<Target>(_ place: WritableKeyPath<Target, ScheduleDraft>) -> [Field<Target>] {
        RatesDraft.fields(place.appending(path: \.rates)) + [
            .numbered(
                "above", place.appending(path: \.above), Schema(RatesDraft.fields(\.self)), new: RatesDraft(),
                "Prices of calls with more input tokens than the number.")
        ]
    }
}

extension RatesDraft {
    fileprivate static func fields<Target>(_ place: WritableKeyPath<Target, RatesDraft>) -> [Field<Target>] {
        func field(_ name: String, _ part: WritableKeyPath<RatesDraft, Double?>, _ comment: String) -> Field<Target> {
            .value(name, place.appending(path: part), .dollars, comment)
        }
        return [
            field("input", \.input, "Input that is in none of the other kinds."),
            field("output", \.output, "Output that is in none of the other kinds."),
            field("cache_read", \.cacheRead, "Input read from a cache."),
            field("cache_write", \.cacheWrite, "Input written to a cache."),
            field("cache_write_1h", \.cacheWriteLong, "Input written to a cache for an hour."),
            field("reasoning", \.reasoning, "Output that was reasoning."),
            field("audio_input", \.audioInput, "Input that was audio."),
            field("audio_output", \.audioOutput, "Output that was audio."),
        ]
    }
}
