/// Finds what somebody probably meant.
enum Spelling {
    /// The known name nearest to `word`, when it is near enough to be a slip of the finger.
    static func nearest(to word: String, among names: [String]) -> String? {
        let limit = max(1, word.unicodeScalars.count / 3)
        let ranked = names.map { (name: $0, distance: distance(word.lowercased(), $0.lowercased())) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit else { return nil }
        return best.name
    }

    /// Levenshtein's distance: insertions, deletions and replacements that lead from one text to the other.
    private static func distance(_ from: String, _ to: String) -> Int {
        let target = Array(to.unicodeScalars)
        var row = Array(0...target.count)
        for (index, scalar) in from.unicodeScalars.enumerated() {
            var diagonal = index
            row[0] = index + 1
            for (column, other) in target.enumerated() {
                let replaced = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row.last ?? 0
    }
}
