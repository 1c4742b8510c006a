/// A word that could stand at a place in a filter.
public struct FilterCompletion: Hashable, Sendable {
    /// The characters (Unicode scalars) of the filter that it replaces.
    public let replaced: Range<Int>
    /// What stands there then; in quotes where a filter needs them.
    public let text: String
    /// What it is about, for the list of candidates; may be empty.
    public let hint: String
}

extension Filter {
    /// What could stand at `offset` in the filter `text`, counted in Unicode scalars: keys, then the values that the store holds, or
    /// examples of a number with its units. The most fitting first, at most a hundred; empty where nothing is known.
    public static func completions(
        of text: String, at offset: Int, vocabulary: FilterVocabulary
    ) -> [FilterCompletion] {
        let place = FilterPlace(text, at: offset)
        let candidates =
            switch place.part {
            case .key(let typed): vocabulary.keys(beginningWith: typed)
            case .value(let key, let listed, let typed): vocabulary.values(of: key, besides: listed, like: typed)
            case .number(let key, let typed): FilterVocabulary.numbers(of: key, beginningWith: typed)
            case .text: [(text: String, hint: String)]()
            }
        return candidates.prefix(100).map {
            FilterCompletion(replaced: place.start..<place.end, text: $0.text, hint: $0.hint)
        }
    }

    /// What is wrong with `text` while somebody types at `offset`: nil while the condition there may still become one.
    public static func mistake(in text: String, typingAt offset: Int) -> FilterError? {
        do {
            _ = try Filter(parsing: text)
            return nil
        } catch {
            let place = FilterPlace(text, at: offset)
            guard place.term.contains(error.offset) || error.offset == place.term.upperBound else { return error }
            // A key is finished as soon as something follows it.
            if case .key = place.part { return nil }
            return error.offset == place.term.lowerBound && place.start > error.offset ? error : nil
        }
    }

    /// The conditions of a filter as they are written in `text`, in their order.
    public static func conditions(of text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var conditions: [String] = []
        var at = 0
        while at < scalars.count {
            let term = FilterPlace(text, at: at).term
            let isNegated = term.lowerBound > 0 && scalars[term.lowerBound - 1] == "-"
            if !term.isEmpty {
                var condition = String.UnicodeScalarView()
                condition.append(
                    contentsOf: scalars[(isNegated ? term.lowerBound - 1 : term.lowerBound)..<term.upperBound])
                conditions.append(String(condition))
            }
            at = max(term.upperBound, at) + 1
        }
        return conditions
    }

    /// A value as it is written in a filter: in quotes where it is more than a word.
    public static func written(_ value: String) -> String {
        let isWord = value.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789_@.-/".unicodeScalars.contains($0)
        }
        if isWord, !value.isEmpty { return value }
        let escaped = value.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String(Character($0)) }
        return "\"\(escaped.joined())\""
    }
}

/// Where in a filter somebody types.
private struct FilterPlace {
    enum Part {
        case key(typed: String)
        case value(key: String, besides: [String], typed: String)
        case number(key: String, typed: String)
        /// Text that is looked for.
        case text
    }

    /// The condition around the place, without its minus.
    private(set) var term: Range<Int>
    /// The part of it from its beginning up to the place.
    let start: Int
    let end: Int
    let part: Part

    init(_ text: String, at offset: Int) {
        let scalars = Array(text.unicodeScalars)
        end = min(max(0, offset), scalars.count)
        var first = 0
        var last = scalars.count
        var isQuoted = false
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if isQuoted, scalar == "\\" {
                index += 1
            } else if scalar == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, scalar == " " || scalar == "\t" {
                if index >= end {
                    last = index
                    break
                }
                first = index + 1
            }
            index += 1
        }
        if first < end, scalars[first] == "-" { first += 1 }
        term = min(first, last)..<last
        let typed = scalars[min(first, end)..<end]
        if typed.first == "\"" {
            (start, part) = (first, .text)
            return
        }
        guard let sign = typed.firstIndex(where: { ":=<>".unicodeScalars.contains($0) }) else {
            (start, part) = (min(first, end), .key(typed: Self.string(typed)))
            return
        }
        let key = Self.string(typed[..<sign])
        let rest = typed[(sign + 1)...]
        if scalars[sign] == ":" || scalars[sign] == "=" {
            let values = Self.values(rest)
            start = values.lastStart
            part = .value(key: key, besides: values.finished, typed: Self.unquoted(scalars[values.lastStart..<end]))
        } else {
            start = rest.first == "=" ? sign + 2 : sign + 1
            part = .number(key: key, typed: Self.string(scalars[start..<end]))
        }
    }

    /// The values of a list with commas, and where the last one begins.
    private static func values(_ list: ArraySlice<Unicode.Scalar>) -> (finished: [String], lastStart: Int) {
        var finished: [String] = []
        var start = list.startIndex
        var isQuoted = false
        var index = list.startIndex
        while index < list.endIndex {
            if isQuoted, list[index] == "\\" {
                index += 1
            } else if list[index] == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, list[index] == "," {
                finished.append(unquoted(list[start..<index]))
                start = index + 1
            }
            index += 1
        }
        return (finished, min(start, list.endIndex))
    }

    private static func unquoted(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        guard scalars.first == "\"" else { return string(scalars) }
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in scalars.dropFirst() {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
            } else {
                if isEscaped || scalar != "\"" { text.append(scalar) }
                isEscaped = false
            }
        }
        return String(text)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension FilterVocabulary {
    fileprivate typealias Candidate = (text: String, hint: String)

    /// The words before `:`, `<` or `>` that begin so, and the sign that follows them.
    fileprivate func keys(beginningWith typed: String) -> [Candidate] {
        let usual = ["status", "model", "release", "error", "service"].filter(Filter.keys.contains)
        let keys = (usual + Filter.keys.filter { !usual.contains($0) }).map { key in
            (text: key + ":", hint: values(of: key).prefix(3).joined(separator: ", "))
        }
        let numbers = FilterTerm.Quantity.allCases.map { quantity in
            (text: quantity.rawValue + ">", hint: "such as \(quantity.rawValue)>\(quantity.examples[0])")
        }
        let attributes = [(text: "attr.", hint: "an attribute, such as attr.tenant:acme")]
        let judgements = scores.map { (text: "score.\($0)<", hint: "such as score.\($0)<0.5") }
        let all = keys + numbers + judgements + attributes + [(text: "\"", hint: "text in what was said")]
        let wanted = typed.lowercased()
        return all.filter { $0.text.lowercased().hasPrefix(wanted) && $0.text != typed }
    }

    /// The values of a key that begin so, then those that contain it.
    fileprivate func values(of key: String, besides listed: [String], like typed: String) -> [Candidate] {
        let wanted = typed.lowercased()
        let known = values(of: key).filter { $0 != typed && !listed.contains($0) }
        let beginning = known.filter { $0.lowercased().hasPrefix(wanted) }
        let containing = known.filter { !$0.lowercased().hasPrefix(wanted) && $0.lowercased().contains(wanted) }
        return (beginning + containing).map { (text: Filter.written($0), hint: "") }
    }

    /// Examples of a number; one that is begun is continued by its units.
    fileprivate static func numbers(of key: String, beginningWith typed: String) -> [Candidate] {
        if key.hasPrefix("score.") { return ["0.5", "0.7", "0.9"].filter { $0.hasPrefix(typed) }.map { ($0, "") } }
        guard let quantity = FilterTerm.Quantity(rawValue: key) else { return [] }
        let continued = Double(typed) == nil ? [] : quantity.units.map { typed + $0 }
        let fitting = quantity.examples.filter { $0.hasPrefix(typed) && $0 != typed && !continued.contains($0) }
        return (continued + fitting).map { ($0, "") }
    }

    private func values(of key: String) -> [String] {
        if key == "status" { return ["error", "ok"] }
        if key == "has" { return Filter.keys.filter { $0 != "status" && $0 != "has" } + Filter.quantities }
        if let fact = CallFact(rawValue: key) { return facts[fact] ?? [] }
        return Dimension(rawValue: key == "env" ? "environment" : key).flatMap { values[$0] } ?? []
    }
}

extension FilterTerm.Quantity {
    /// Values that people look for, the most usual first.
    fileprivate var examples: [String] {
        switch self {
        case .latency: ["3s", "1s", "10s", "500ms"]
        case .ttft: ["1s", "500ms", "3s"]
        case .cost: ["$0.05", "$0.01", "$0.50"]
        case .tokens, .input, .output: ["1k", "4k", "32k"]
        }
    }

    /// What may follow a number.
    fileprivate var units: [String] {
        switch self {
        case .latency, .ttft: ["s", "ms", "m"]
        case .cost: []
        case .tokens, .input, .output: ["k", "M"]
        }
    }
}
