import Domain

extension Filter {
    /// As people write it, as far as it is about values of dimensions.
    var written: String {
        terms.compactMap { term in
            guard case .equals(let dimension, let values) = term.condition else { return nil }
            let written = values.map(Filter.written).joined(separator: ",")
            return "\(term.isNegated ? "-" : "")\(dimension.rawValue):\(written)"
        }.joined(separator: " ")
    }
}
