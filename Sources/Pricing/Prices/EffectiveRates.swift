import Domain

/// What each kind of token costs in the end, in pico-dollars, with every fallback of `Rates` and `PriceSchedule` applied.
struct EffectiveRates: Sendable {
    let input: Int64
    let output: Int64?
    let cacheRead: Int64
    let cacheWrite: Int64
    let cacheWriteLong: Int64
    let reasoning: Int64?
    let audioInput: Int64
    let audioOutput: Int64?

    /// The rates that the first of `sources` with each part says.
    init(firstOf sources: [Rates]) {
        func price(_ part: KeyPath<Rates, TokenPrice?>) -> Int64? {
            for rates in sources { if let price = rates[keyPath: part] { return price.picodollars } }
            return nil
        }
        // A Price has an input price.
        input = price(\.input) ?? 0
        output = price(\.output)
        cacheRead = price(\.cacheRead) ?? input
        cacheWrite = price(\.cacheWrite) ?? input
        cacheWriteLong = price(\.cacheWriteLong) ?? cacheWrite
        reasoning = price(\.reasoning) ?? output
        audioInput = price(\.audioInput) ?? input
        audioOutput = price(\.audioOutput) ?? output
    }

    /// The cost of `usage`, rounded once to the nearest nano-dollar; a part that is not known counts for nothing. Parts that exceed
    /// their whole leave nothing of the rest of it. Cached tokens are taken to be text before audio. Nil when the input is not
    /// known, when output that costs something is not, and when there is output and no price for it: half a cost would pass
    /// for the whole.
    func cost(of usage: TokenUsage) -> Money? {
        guard usage.input != nil, usage.output != nil || isOutputFree else { return nil }
        let read = tokens(usage.cacheRead)
        let writtenLong = tokens(usage.cacheWriteLong)
        let written = max(tokens(usage.cacheWrite) - writtenLong, 0)
        let uncached = max(tokens(usage.input) - read - written - writtenLong, 0)
        let heard = min(tokens(usage.audioInput), uncached)
        var sum = (uncached - heard) * Int128(input) + heard * Int128(audioInput) + read * Int128(cacheRead)
        sum += written * Int128(cacheWrite) + writtenLong * Int128(cacheWriteLong)

        let thought = tokens(usage.reasoning)
        let answered = max(tokens(usage.output) - thought, 0)
        if thought + answered > 0 {
            guard let output, let reasoning, let audioOutput else { return nil }
            let spoken = min(tokens(usage.audioOutput), answered)
            sum += (answered - spoken) * Int128(output) + spoken * Int128(audioOutput) + thought * Int128(reasoning)
        }
        return Money(nanodollars: Int64(clamping: (sum + 500) / 1000))
    }

    /// Whether output costs nothing, as that of models that have none.
    private var isOutputFree: Bool { [output, reasoning, audioOutput].allSatisfy { ($0 ?? 0) == 0 } }

    /// A count of tokens in numbers wide enough that nothing overflows (63 + 37 bits and a few sums).
    private func tokens(_ count: Int64?) -> Int128 { Int128(max(count ?? 0, 0)) }
}
