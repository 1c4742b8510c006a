import Glibc

/// How much more, or less, a word is used than before.
///
/// Source: the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn, "Fightin' words", Political Analysis 2008.
public struct WordShift: Hashable, Sendable {
    /// The word.
    public let word: String
    /// How often it was counted in the reference.
    public let reference: Int
    /// How often it is counted now.
    public let current: Int
    /// δ: the logarithm of the ratio of its odds, now over then; positive when it is used more.
    public let logOdds: Double
    /// δ over its standard error; beyond 3.3 it is hardly chance.
    public let z: Double

    /// All words of either, the most grown first, the most shrunk last; equal ones by the alphabet. `prior` is the share of all counts that
    /// the prior weighs, spread over the words as both texts together use them. Empty when there are no counts, one is negative, or
    /// `prior` is not positive.
    public static func ranking(
        reference: [String: Int], current: [String: Int], prior: Double = 0.01
    ) -> [WordShift] {
        guard prior > 0, prior < .infinity, reference.values.allSatisfy({ $0 >= 0 }),
            current.values.allSatisfy({ $0 >= 0 })
        else { return [] }
        let before = reference.values.reduce(0.0) { $0 + Double($1) }
        let now = current.values.reduce(0.0) { $0 + Double($1) }
        let weight = prior * (before + now)
        let shifts = Set(reference.keys).union(current.keys).compactMap { word -> WordShift? in
            let (r, c) = (reference[word, default: 0], current[word, default: 0])
            guard r > 0 || c > 0 else { return nil }
            let share = prior * (Double(r) + Double(c))
            let (then, today) = (Double(r) + share, Double(c) + share)
            let (othersThen, othersToday) = (before + weight - then, now + weight - today)
            // A word that is all there is has no odds.
            guard othersThen > 0, othersToday > 0 else {
                return WordShift(word: word, reference: r, current: c, logOdds: 0, z: 0)
            }
            let logOdds = log(today / othersToday) - log(then / othersThen)
            return WordShift(
                word: word, reference: r, current: c, logOdds: logOdds, z: logOdds / (1 / today + 1 / then).squareRoot()
            )
        }
        return shifts.sorted { a, b in a.z == b.z ? a.word < b.word : a.z > b.z }
    }
}
