/// Words in common without regard to their order, each counted as often as both texts have it (the F1 of SQuAD: Rajpurkar et
/// al. 2016, and Rouge-1).
public enum TokenOverlap {
    /// The overlap of `answer` with `reference`: 0 when one has no words, 1 when neither has.
    public static func score(reference: String, answer: String, tokenizer: Tokenizer = .unicode) -> Overlap {
        score(reference: tokenizer.tokens(of: reference), answer: tokenizer.tokens(of: answer))
    }

    /// The overlap of tokens.
    public static func score(reference: TokenList, answer: TokenList) -> Overlap {
        if reference.isEmpty, answer.isEmpty { return Overlap(precision: 1, recall: 1) }
        let index = TokenIndex(reference)
        var left = [Int](repeating: 0, count: index.count)
        for number in index.numbers { left[number] += 1 }
        var matches = 0
        for token in 0..<answer.count {
            guard let number = index.number(of: token, in: answer), left[number] > 0 else { continue }
            left[number] -= 1
            matches += 1
        }
        return Overlap(matches: matches, answer: answer.count, reference: reference.count)
    }
}
