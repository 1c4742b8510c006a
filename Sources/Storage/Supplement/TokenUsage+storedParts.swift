import Domain

extension TokenUsage {
    /// Its parts in the order of the columns that hold them.
    static var storedParts: [WritableKeyPath<TokenUsage, Int64?>] {
        [
            \.input, \.output, \.cacheRead, \.cacheWrite, \.reasoning, \.cacheWriteLong, \.audioInput, \.audioOutput,
        ]
    }
}
