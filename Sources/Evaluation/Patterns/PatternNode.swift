/// A pattern as it was read.
indirect enum PatternNode {
    case empty
    case one(CharacterSet)
    case assertion(PatternAssertion)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// `most` nil for any number.
    case repeated(PatternNode, least: Int, most: Int?)
}

/// What has to be so between two characters.
enum PatternAssertion: Sendable {
    case start, end, wordBorder, noWordBorder

    func holds(between before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        switch self {
        case .start: before == nil
        case .end: after == nil
        case .wordBorder: isWord(before) != isWord(after)
        case .noWordBorder: isWord(before) == isWord(after)
        }
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(CharacterSet.Kind.word.contains) ?? false }
}

/// Characters of which one is to stand somewhere.
struct CharacterSet: Sendable {
    enum Kind: Sendable {
        case digit, word, space

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .digit: scalar.properties.numericType == .decimal
            case .word: scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
            case .space: scalar.properties.isWhitespace
            }
        }
    }

    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var kinds: [(kind: Kind, isOpposite: Bool)] = []
    var isOpposite = false

    /// Everything but the end of a line.
    static let dot = CharacterSet(ranges: ["\n"..."\n"], isOpposite: true)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isIn =
            ranges.contains { $0.contains(scalar) } || kinds.contains { $0.kind.contains(scalar) != $0.isOpposite }
        return isIn != isOpposite
    }

    /// The same in upper and lower case.
    func contains(ignoringCase scalar: Unicode.Scalar) -> Bool {
        if contains(scalar) { return true }
        let (upper, lower) = (scalar.properties.uppercaseMapping, scalar.properties.lowercaseMapping)
        return [upper, lower].contains { mapping in
            mapping.unicodeScalars.count == 1 && mapping.unicodeScalars.first.map { contains($0) } ?? false
        }
    }
}
