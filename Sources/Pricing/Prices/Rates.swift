/// What the kinds of tokens of a model cost. A part that is nil is priced as its docstring says.
public struct Rates: Hashable, Sendable {
    /// Input that is in none of the parts below.
    public let input: TokenPrice?
    /// Output that is in none of the parts below. Nil for models that have none (embeddings): a call that nevertheless
    /// reports output has no price.
    public let output: TokenPrice?
    /// Input read from a cache; else as `input`.
    public let cacheRead: TokenPrice?
    /// Input written to a cache (for five minutes where the provider has more than one life); else as `input`.
    public let cacheWrite: TokenPrice?
    /// Input written to a cache for an hour; else as `cacheWrite`.
    public let cacheWriteLong: TokenPrice?
    /// Output that was reasoning; else as `output`.
    public let reasoning: TokenPrice?
    /// Input that was audio; else as `input`.
    public let audioInput: TokenPrice?
    /// Output that was audio; else as `output`.
    public let audioOutput: TokenPrice?

    /// Prices in dollars per million tokens.
    public init(
        input: Double? = nil, output: Double? = nil, cacheRead: Double? = nil, cacheWrite: Double? = nil,
        cacheWriteLong: Double? = nil, reasoning: Double? = nil, audioInput: Double? = nil, audioOutput: Double? = nil
    ) throws(PriceError) {
        func price(_ amount: Double?, _ part: String) throws(PriceError) -> TokenPrice? {
            guard let amount else { return nil }
            return try TokenPrice(dollarsPerMillion: amount, part: part)
        }
        self.input = try price(input, "input")
        self.output = try price(output, "output")
        self.cacheRead = try price(cacheRead, "cache read")
        self.cacheWrite = try price(cacheWrite, "cache write")
        self.cacheWriteLong = try price(cacheWriteLong, "cache write for an hour")
        self.reasoning = try price(reasoning, "reasoning")
        self.audioInput = try price(audioInput, "audio input")
        self.audioOutput = try price(audioOutput, "audio output")
    }
}
