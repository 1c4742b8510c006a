import Domain

/// What one model costs from a moment on.
public struct Price: Hashable, Sendable {
    /// Who serves the model; nil when the price holds whoever does.
    public let provider: String?
    /// The name of the model, as `ModelName` reads it: lower case and without a date it also prices its dated snapshots.
    public let model: String
    /// From when on the price holds, until the next price of the same model and provider; nil for ever since.
    public let from: Timestamp?
    /// The prices of ordinary calls.
    public let standard: PriceSchedule
    /// The prices of calls served in another tier; a part missing there costs as in `standard`.
    public let tiers: [ServiceTier: PriceSchedule]

    /// The longest name of a model, in bytes.
    public static let longestName = 256

    /// The prices of `model`. Throws when they cannot be meant.
    public init(
        model: String, provider: String? = nil, from: Timestamp? = nil, standard: PriceSchedule,
        tiers: [ServiceTier: PriceSchedule] = [:]
    ) throws(PriceError) {
        guard (1...Self.longestName).contains(model.utf8.count) else { throw .badModelName(model) }
        guard standard.base.input != nil else { throw .noInputPrice(model: model) }
        for schedule in [standard] + tiers.values {
            if let threshold = schedule.above.keys.first(where: { $0 < 1 }) {
                throw .badThreshold(model: model, threshold)
            }
        }
        (self.model, self.provider, self.from) = (model, provider, from)
        (self.standard, self.tiers) = (standard, tiers)
    }
}
