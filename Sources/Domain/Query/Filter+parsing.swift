extension Filter {
    /// Reads a filter as people write it: `status:error model:gpt-4*,o3 latency>3s -release:r42 attr.tenant:acme "refund"`.
    ///
    /// A space is AND, a comma is OR within a key, a leading `-` negates, `*` in a value stands for anything. Values with spaces or commas
    /// stand in double quotes. Numbers carry units as people write them: `3s`, `250ms`, `1.2k`, `$0.05`. `has:tool` finds calls that
    /// say something of it.
    ///
    /// - Throws: `FilterError` that points at the character.
    public init(parsing text: String) throws(FilterError) {
        var reader = FilterReader(text)
        var terms: [FilterTerm] = []
        while let term = try reader.term() { terms.append(term) }
        self.init(terms)
    }

    /// The words that may stand before `:` in a filter, for completion.
    public static let keys: [String] =
        Dimension.allCases.map(\.rawValue) + CallFact.allCases.map(\.rawValue) + ["status", "has"]
    /// The words that may stand before a comparison in a filter, for completion.
    public static let quantities: [String] = FilterTerm.Quantity.allCases.map(\.rawValue)
}

/// Reads one term after the other.
private struct FilterReader {
    private let characters: [Unicode.Scalar]
    private var at = 0

    init(_ text: String) { characters = Array(text.unicodeScalars) }

    private var next: Unicode.Scalar? { at < characters.count ? characters[at] : nil }

    mutating func term() throws(FilterError) -> FilterTerm? {
        while next == " " || next == "\t" { at += 1 }
        guard next != nil else { return nil }
        let isNegated = next == "-"
        if isNegated { at += 1 }
        guard let first = next, first != " " else {
            throw FilterError("a condition is missing after the minus", at: at)
        }
        if first == "\"" { return FilterTerm(.contains(try quoted()), isNegated: isNegated) }
        var term = try condition()
        if isNegated { term.isNegated.toggle() }
        return term
    }

    private mutating func condition() throws(FilterError) -> FilterTerm {
        let start = at
        let key = word { $0 != ":" && $0 != "<" && $0 != ">" && $0 != " " && $0 != "=" }
        switch next {
        case ":", "=":
            if key == "has" { return try presence() }
            at += 1
            return FilterTerm(try equality(key, at: start))
        case "<", ">":
            let sign = next == "<" ? "<" : ">"
            at += 1
            let orEqual = next == "="
            if orEqual { at += 1 }
            guard let comparison = FilterTerm.Comparison(rawValue: orEqual ? sign + "=" : sign) else {
                throw FilterError("write <, <=, > or >=", at: at)
            }
            return FilterTerm(try comparing(key, comparison, at: start))
        default:
            throw FilterError(
                "'\(key.prefix(40))' is no condition: write key:value, latency>3s, or \"text\" in quotes", at: start)
        }
    }

    private mutating func equality(_ key: String, at start: Int) throws(FilterError) -> FilterTerm.Condition {
        let valueStart = at
        let values = try values()
        if let attribute = Self.attribute(key) { return .attribute(attribute, values) }
        if key == "status" {
            switch values {
            case ["error"]: return .failed(true)
            case ["ok"]: return .failed(false)
            default:
                let guess = NearestWord.of(values[0], among: ["error", "ok"]).map { "; did you mean \($0)?" } ?? ""
                throw FilterError("status is error or ok" + guess, at: valueStart)
            }
        }
        if let dimension = Dimension(rawValue: key == "env" ? "environment" : key) { return .equals(dimension, values) }
        if let fact = CallFact(rawValue: key) { return .says(fact, values) }
        if FilterTerm.Quantity(rawValue: key) != nil || key.hasPrefix("score.") {
            throw FilterError("'\(key.prefix(40))' is a number: compare it with <, <=, > or >=", at: start)
        }
        throw unknown(key, Filter.keys + ["env", "attr.NAME"], "nothing is called '\(key.prefix(40))'", at: start)
    }

    /// `has:tool`: the call says something of it.
    private mutating func presence() throws(FilterError) -> FilterTerm {
        at += 1
        let start = at
        let key = word { $0 != " " }
        if let dimension = Dimension(rawValue: key == "env" ? "environment" : key) {
            return FilterTerm(.equals(dimension, ["unknown"]), isNegated: true)
        }
        if let fact = CallFact(rawValue: key) { return FilterTerm(.says(fact, ["unknown"]), isNegated: true) }
        if let quantity = FilterTerm.Quantity(rawValue: key) {
            return FilterTerm(.compares(quantity, .greaterOrEqual, 0))
        }
        if let attribute = Self.attribute(key) { return FilterTerm(.attribute(attribute, ["*"])) }
        let known = Filter.keys.filter { $0 != "status" && $0 != "has" } + Filter.quantities
        throw unknown(key, known, "a call cannot have '\(key.prefix(40))'", at: start)
    }

    private func unknown(_ key: String, _ known: [String], _ what: String, at start: Int) -> FilterError {
        if let guess = NearestWord.of(key, among: known) {
            return FilterError("\(what): did you mean \(guess)?", at: start)
        }
        return FilterError("\(what): use one of \(known.joined(separator: ", "))", at: start)
    }

    /// The name of an attribute in `attr.tenant`; nil for other keys.
    private static func attribute(_ key: String) -> String? {
        guard key.hasPrefix("attr."), key.utf8.count > 5 else { return nil }
        return String(key.dropFirst(5))
    }

    private mutating func comparing(
        _ key: String, _ comparison: FilterTerm.Comparison, at start: Int
    ) throws(FilterError) -> FilterTerm.Condition {
        let valueStart = at
        let text = word { $0 != " " }
        if key.hasPrefix("score."), key.utf8.count > 6 {
            guard let number = Double(text), number.isFinite else {
                throw FilterError("a number is missing, such as score.faithful<0.5", at: valueStart)
            }
            return .score(String(key.dropFirst(6)), comparison, number)
        }
        if let attribute = Self.attribute(key) {
            guard let number = Double(text), number.isFinite else {
                throw FilterError("a number is missing, such as attr.\(attribute.prefix(40))>10", at: valueStart)
            }
            return .attributeCompares(attribute, comparison, number)
        }
        guard let quantity = FilterTerm.Quantity(rawValue: key) else {
            if Filter.keys.contains(key) {
                throw FilterError("'\(key)' is not a number: write \(key):value", at: start)
            }
            throw unknown(
                key, Filter.quantities + ["score.NAME", "attr.NAME"], "'\(key.prefix(40))' is not a number of a call",
                at: start)
        }
        guard let value = quantity.value(of: text) else {
            throw FilterError("write \(quantity.example) with its unit", at: valueStart)
        }
        return .compares(quantity, comparison, value)
    }

    private mutating func values() throws(FilterError) -> [String] {
        var values: [String] = []
        repeat {
            if !values.isEmpty { at += 1 }
            let start = at
            let value = next == "\"" ? try quoted() : word { $0 != " " && $0 != "," }
            guard !value.isEmpty else { throw FilterError("a value is missing", at: start) }
            values.append(value)
        } while next == ","
        return values
    }

    private mutating func quoted() throws(FilterError) -> String {
        let start = at
        at += 1
        var text = String.UnicodeScalarView()
        while let character = next, character != "\"" {
            if character == "\\", at + 1 < characters.count { at += 1 }
            text.append(characters[at])
            at += 1
        }
        guard next == "\"" else { throw FilterError("the closing quote is missing", at: start) }
        at += 1
        guard !text.isEmpty else { throw FilterError("nothing stands between the quotes", at: start) }
        return String(text)
    }

    private mutating func word(while belongs: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let character = next, belongs(character) {
            text.append(character)
            at += 1
        }
        return String(text)
    }
}

extension FilterTerm.Quantity {
    /// How a value of it is written.
    var example: String {
        switch self {
        case .latency, .ttft: "3s or 250ms"
        case .cost: "0.05 or $0.05"
        case .tokens, .input, .output: "1200 or 1.2k"
        }
    }

    /// The number that `text` says, in the unit of this quantity; nil when it says none.
    func value(of text: String) -> Double? {
        switch self {
        case .latency, .ttft:
            return TimeText.seconds(text)
        case .cost:
            return finite(text.hasPrefix("$") ? String(text.dropFirst()) : text)
        case .tokens, .input, .output:
            for (suffix, factor) in [("k", 1e3), ("M", 1e6)] where text.hasSuffix(suffix) {
                return finite(String(text.dropLast())).map { $0 * factor }
            }
            return finite(text)
        }
    }

    private func finite(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
}
