/// Guesses what somebody meant to write.
enum NearestWord {
    /// The word of `known` that differs least from `word`: by two letters at most, one of short words; nil when none does.
    static func of(_ word: String, among known: [String]) -> String? {
        let letters = Array(word.lowercased().unicodeScalars.prefix(longest))
        let most = letters.count <= 3 ? 1 : 2
        let ranked = known.map { (word: $0, distance: distance(letters, Array($0.unicodeScalars))) }
        return ranked.filter { $0.distance <= most }.min { $0.distance < $1.distance }?.word
    }

    /// How many letters have to be put in, taken out, changed or swapped with their neighbour (optimal string alignment).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
                row.append(best)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }

    private static let longest = 40
}
