import Domain

/// Which subject has most calls among those that differ in their last label only.
struct BusiestSiblings {
    private var busiest: [AlertSubject: (subject: AlertSubject, measures: Measures)] = [:]

    init(_ groups: [AlertSubject: Measures]) {
        for (subject, measures) in groups {
            guard let family = Self.family(subject) else { continue }
            let best = busiest[family]
            let isBusier = best.map { ($0.measures.calls, $0.subject.sortKey) < (measures.calls, subject.sortKey) }
            if isBusier ?? true { busiest[family] = (subject, measures) }
        }
    }

    /// The numbers of the busiest sibling; nil for the busiest itself.
    func other(than subject: AlertSubject) -> Measures? {
        guard let family = Self.family(subject), let best = busiest[family], best.subject != subject else { return nil }
        return best.measures
    }

    /// What siblings have in common: all labels but the last, and of releases and prompts what stands before the `@`. Nil where nothing
    /// is said of the last: such calls are no sibling of anything.
    private static func family(_ subject: AlertSubject) -> AlertSubject? {
        var family = subject
        guard let last = family.labels.popLast(), let text = last.value?.unicodeScalars else { return nil }
        let isNamed = last.dimension == .release || last.dimension == .prompt
        if isNamed, let at = text.lastIndex(of: "@") {
            family.labels.append(.init(last.dimension, String(text[..<at])))
        }
        return family
    }
}
