import Domain

extension AlertSubject {
    /// The conditions that the calls of the subject meet.
    var terms: [FilterTerm] {
        labels.map { FilterTerm(.equals($0.dimension, [$0.value ?? "unknown"])) }
    }

    /// The same as people write them in a filter.
    var written: String {
        labels.map { "\($0.dimension.rawValue):\(Filter.written($0.value ?? "unknown"))" }.joined(separator: " ")
    }
}
