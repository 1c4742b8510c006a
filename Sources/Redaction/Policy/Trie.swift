/// Words by their beginnings, from which the automaton is made that finds all of them in one walk along a text.
struct Trie {
    struct Automaton {
        /// For each byte its column; 0 for bytes of no word.
        var columns: [UInt8]
        /// The next state, by state and column.
        var steps: [UInt32]
        /// Columns of a state.
        var width: Int
    }

    /// The states that follow each state, by byte. The first one is the beginning.
    private var children: [[UInt8: Int]] = [[:]]

    /// States so far.
    var count: Int { children.count }

    /// The state at which `word` ends.
    mutating func insert(_ word: [UInt8]) -> Int {
        word.reduce(0) { state, byte in
            if let next = children[state][byte] { return next }
            children.append([:])
            children[state][byte] = children.count - 1
            return children.count - 1
        }
    }

    /// The automaton (A. Aho, M. Corasick: Efficient string matching, 1975): from every state a step for every byte, to the state of
    /// the longest beginning of a word that stands before. Capital letters step as small ones do.
    ///
    /// - Parameter suffix: told of every state which other one also ends there, after that one's own were told.
    func automaton(_ suffix: (_ longer: Int, _ shorter: Int) -> Void) -> Automaton {
        let bytes = Set(children.flatMap(\.keys)).sorted()
        let width = bytes.count + 1
        var columns = [UInt8](repeating: 0, count: 256)
        for (column, byte) in bytes.enumerated() { columns[Int(byte)] = UInt8(truncatingIfNeeded: column + 1) }
        for byte in UInt8.min ... .max where byte.isUppercase { columns[Int(byte)] = columns[Int(byte.lowercased)] }
        var steps = [UInt32](repeating: 0, count: count * width)
        var fallbacks = [Int](repeating: 0, count: count)
        var queue = [0]
        var next = 0
        while next < queue.count {
            let state = queue[next]
            next += 1
            for (column, byte) in bytes.enumerated() {
                let at = column + 1
                let beside = state == 0 ? 0 : Int(steps[fallbacks[state] * width + at])
                if let child = children[state][byte] {
                    fallbacks[child] = beside
                    suffix(child, beside)
                    steps[state * width + at] = UInt32(truncatingIfNeeded: child)
                    queue.append(child)
                } else {
                    steps[state * width + at] = UInt32(truncatingIfNeeded: beside)
                }
            }
        }
        return Automaton(columns: columns, steps: steps, width: width)
    }
}
