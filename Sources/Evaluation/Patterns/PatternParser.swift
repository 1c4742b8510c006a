/// Reads a pattern.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private(set) var ignoresCase = false
    private static let deepest = 50
    private static let mostRepetitions = 1_000

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        if take("(?i)") { ignoresCase = true }
    }

    mutating func pattern() throws(PatternError) -> PatternNode {
        let node = try choice(depth: 0)
        guard next == nil else { throw error("a ) that closes nothing; write \\)") }
        return node
    }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }
    private func error(_ reason: String) -> PatternError { PatternError(reason: reason, column: at + 1) }

    private mutating func take(_ text: String) -> Bool {
        guard scalars[at...].starts(with: text.unicodeScalars) else { return false }
        at += text.unicodeScalars.count
        return true
    }

    private mutating func choice(depth: Int) throws(PatternError) -> PatternNode {
        guard depth < Self.deepest else { throw error("groups are nested too deep") }
        var branches = [try sequence(depth: depth)]
        while take("|") { branches.append(try sequence(depth: depth)) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence(depth: Int) throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            parts.append(try repeated(try atom(depth: depth)))
        }
        return parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func atom(depth: Int) throws(PatternError) -> PatternNode {
        if take("(") {
            if take("?"), !take(":") { throw error("only groups such as (?:…) are read after (?") }
            let node = try choice(depth: depth + 1)
            guard take(")") else { throw error("a ( that is never closed") }
            return node
        }
        if take("[") { return .one(try set()) }
        if take(".") { return .one(.dot) }
        if take("^") { return .assertion(.start) }
        if take("$") { return .assertion(.end) }
        if take("\\b") { return .assertion(.wordBorder) }
        if take("\\B") { return .assertion(.noWordBorder) }
        guard let scalar = next else { return .empty }
        guard !"*+?".unicodeScalars.contains(scalar) else { throw error("nothing to repeat; write \\\(scalar)") }
        if scalar == "\\" { return .one(try escape()) }
        at += 1
        return .one(CharacterSet(ranges: [scalar...scalar]))
    }

    private mutating func repeated(_ node: PatternNode) throws(PatternError) -> PatternNode {
        var node = node
        while let (least, most) = try repetition() {
            // Lazy or not, it is found or not.
            _ = take("?")
            node = .repeated(node, least: least, most: most)
        }
        return node
    }

    private mutating func repetition() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        // A brace that counts nothing stands for itself.
        let start = at
        guard take("{"), let least = try number() else {
            at = start
            return nil
        }
        let most = take(",") ? try number() : least
        guard take("}") else {
            at = start
            return nil
        }
        guard most.map({ $0 >= least }) ?? true else { throw error("{\(least),…} ends before it begins") }
        return (least, most)
    }

    private mutating func number() throws(PatternError) -> Int? {
        var value: Int?
        while let scalar = next, let digit = Int(String(scalar)) {
            value = (value ?? 0) * 10 + digit
            guard let value, value <= Self.mostRepetitions else { throw error("more than 1000 repetitions") }
            at += 1
        }
        return value
    }

    /// Behind the opening bracket.
    private mutating func set() throws(PatternError) -> CharacterSet {
        var set = CharacterSet()
        set.isOpposite = take("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            var low = scalar
            if scalar == "\\" {
                let escaped = try escape()
                set.kinds += escaped.kinds
                guard let only = escaped.ranges.first?.lowerBound else { continue }
                low = only
            } else {
                at += 1
            }
            var high = low
            if next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" {
                at += 1
                high = scalars[at]
                if high == "\\" { high = try escape().ranges.first?.lowerBound ?? low } else { at += 1 }
            }
            guard low <= high else { throw error("a range that ends before it begins") }
            set.ranges.append(low...high)
        }
        guard take("]") else { throw error("a [ that is never closed") }
        return set
    }

    private mutating func escape() throws(PatternError) -> CharacterSet {
        at += 1
        guard let scalar = next else { throw error("nothing behind the last \\") }
        at += 1
        switch scalar {
        case "d", "D": return CharacterSet(kinds: [(.digit, scalar == "D")])
        case "w", "W": return CharacterSet(kinds: [(.word, scalar == "W")])
        case "s", "S": return CharacterSet(kinds: [(.space, scalar == "S")])
        case "n": return CharacterSet(ranges: ["\n"..."\n"])
        case "t": return CharacterSet(ranges: ["\t"..."\t"])
        case "r": return CharacterSet(ranges: ["\r"..."\r"])
        case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
            throw error("\\\(scalar) is not read")
        default: return CharacterSet(ranges: [scalar...scalar])
        }
    }
}
