/// Patterns of keys, in which `*` stands for any number of any bytes. Upper and lower case are the same.
///
/// Patterns of one piece (`*token*`, `gen_ai.usage.*`, `cookie`) are looked for all at once, in one walk along the key, with the
/// automaton of Aho and Corasick (1975). So a key costs one step a byte, however many of them there are.
public struct KeyPatterns: Sendable {
    /// What ends at a state of the automaton: the piece of a pattern.
    private struct Piece {
        let pattern: Int
        let count: Int
        /// Whether the key has to begin with the piece, or to end with it.
        let isFirst: Bool, isLast: Bool
    }

    /// For each byte, in which column of `steps` it is; 0 for those that stand in no piece.
    private let columns: [UInt8]
    /// The state that follows each state, by column, as the index of its row.
    private let steps: [UInt32]
    private let width: Int
    private let pieces: [Piece]
    /// Where the pieces that end at each state begin in `pieces`, and where those of the last one end.
    private let firsts: [UInt32]
    /// Patterns of several pieces, or of none.
    private let others: [(pattern: Int, glob: [UInt8])]

    /// `patterns`, of which earlier ones go before later ones.
    public init(_ patterns: [String]) {
        let globs = patterns.map { $0.utf8.map(\.lowercased) }
        let words = globs.map { glob in glob.split(separator: 0x2A).map(Array.init) }
        others = globs.indices.filter { words[$0].count != 1 }.map { ($0, globs[$0]) }
        var trie = Trie()
        var ends: [[Piece]] = [[]]
        for (pattern, glob) in globs.enumerated() where words[pattern].count == 1 {
            let word = words[pattern][0]
            let state = trie.insert(word)
            ends += [[Piece]](repeating: [], count: trie.count - ends.count)
            ends[state].append(
                Piece(
                    pattern: pattern, count: word.count, isFirst: glob.first != 0x2A, isLast: glob.last != 0x2A))
        }
        let automaton = trie.automaton { longer, shorter in ends[longer] += ends[shorter] }
        (columns, steps, width) = (automaton.columns, automaton.steps, automaton.width)
        pieces = ends.flatMap(\.self)
        firsts = ends.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
    }

    /// The first of the patterns that matches all of `key`, as its index; nil when none does.
    public func first(in key: UnsafeRawBufferPointer) -> Int? {
        var best = Int.max
        if let base = key.baseAddress {
            walk(base.assumingMemoryBound(to: UInt8.self), key.count, &best)
        }
        for other in others where other.pattern < best && Glob.matches(other.glob, key) { best = other.pattern }
        return best == .max ? nil : best
    }

    // Plain pointers, as in a build without optimisation everything else costs a call a byte.
    private func walk(_ key: UnsafePointer<UInt8>, _ count: Int, _ best: inout Int) {
        columns.withUnsafeBufferPointer { columns in
            steps.withUnsafeBufferPointer { steps in
                firsts.withUnsafeBufferPointer { firsts in
                    guard let columns = columns.baseAddress, let steps = steps.baseAddress,
                        let firsts = firsts.baseAddress
                    else { return }
                    var state = 0
                    var at = 0
                    while at < count {
                        state = Int(steps[state &* width &+ Int(columns[Int(key[at])])])
                        at &+= 1
                        var next = Int(firsts[state])
                        let end = Int(firsts[state &+ 1])
                        while next < end {
                            let piece = pieces[next]
                            next &+= 1
                            guard piece.pattern < best, !piece.isFirst || piece.count == at,
                                !piece.isLast || at == count
                            else { continue }
                            best = piece.pattern
                        }
                    }
                }
            }
        }
    }
}
