import Domain

extension FilterTerm {
    /// Whether what a call says of a fact is one of those asked for.
    static func matches(_ value: String?, _ wanted: [String]) -> Bool {
        wanted.contains { want in value.map { TextPattern(want).matches($0) } ?? (want == "unknown") }
    }

    /// Whether the value of a dimension is one of those asked for.
    static func matches(_ value: String?, _ dimension: Dimension, _ wanted: [String]) -> Bool {
        wanted.contains { want in
            guard let value else { return want == "unknown" }
            let pattern = TextPattern(want)
            if pattern.matches(value) { return true }
            // A release is shown as `app@release`, a prompt as `name@version`; a part of it is enough.
            guard dimension == .release || dimension == .prompt, let at = value.unicodeScalars.lastIndex(of: "@") else {
                return false
            }
            let name = value.unicodeScalars[..<at]
            let version = value.unicodeScalars[value.unicodeScalars.index(after: at)...]
            return pattern.matches(String(dimension == .release ? version : name))
        }
    }
}

extension Filter {
    /// Whether a series answers the filter; only for filters that rollups can answer.
    func matches(_ series: SeriesTexts) -> Bool {
        terms.allSatisfy { term in
            guard case .equals(let dimension, let values) = term.condition else { return false }
            return FilterTerm.matches(series.value(of: dimension), dimension, values) != term.isNegated
        }
    }

    /// Whether the totals of environments and services answer it.
    var isAnsweredByTotals: Bool {
        terms.allSatisfy { term in
            if case .equals(let dimension, _) = term.condition {
                dimension == .environment || dimension == .service
            } else {
                false
            }
        }
    }

    /// Whether it speaks of operations.
    var namesOperation: Bool {
        terms.contains { if case .equals(.operation, _) = $0.condition { !$0.isNegated } else { false } }
    }
}
