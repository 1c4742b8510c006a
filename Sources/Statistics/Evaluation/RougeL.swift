/// Rouge-L: how long a sequence of words both texts have in common, in order but not necessarily adjacent.
///
/// Source: Lin, "ROUGE: A package for automatic evaluation of summaries", 2004; the longest common subsequence by bit-parallelism
/// after Hyyrö, "Bit-parallel LCS-length computation revisited", 2004: a word of 64 reference tokens at each step.
public enum RougeL {
    /// Rouge-L of `answer` against `reference`. 0 when either has no words. With the tokenizer `ascii` it equals the Python package
    /// rouge-score without stemmer.
    public static func score(reference: String, answer: String, tokenizer: Tokenizer = .unicode) -> Overlap {
        score(reference: tokenizer.tokens(of: reference), answer: tokenizer.tokens(of: answer))
    }

    /// Rouge-L of tokens.
    public static func score(reference: TokenList, answer: TokenList) -> Overlap {
        guard !reference.isEmpty, !answer.isEmpty else { return .none }
        return Overlap(
            matches: longestCommonSubsequence(reference, answer), answer: answer.count, reference: reference.count)
    }

    /// The length of the longest common subsequence.
    static func longestCommonSubsequence(_ reference: TokenList, _ answer: TokenList) -> Int {
        let index = TokenIndex(reference)
        let words = (reference.count + 63) / 64
        // For each distinct token, where it stands in the reference.
        var places = [UInt64](repeating: 0, count: index.count * words)
        for (place, number) in index.numbers.enumerated() {
            places[number * words + place / 64] |= 1 << UInt64(place % 64)
        }
        var row = [UInt64](repeating: .max, count: words)
        for token in 0..<answer.count {
            guard let number = index.number(of: token, in: answer) else { continue }
            var carry: UInt64 = 0
            for word in 0..<words {
                let before = row[word]
                let matched = before & places[number * words + word]
                let (half, overflowed) = before.addingReportingOverflow(matched)
                let (sum, overflowedAgain) = half.addingReportingOverflow(carry)
                carry = overflowed || overflowedAgain ? 1 : 0
                row[word] = sum | (before & ~matched)
            }
        }
        // Bits beyond the last token stay set: nothing matches there, and a carry never leaves a one behind it.
        return row.reduce(0) { $0 + (~$1).nonzeroBitCount }
    }
}
