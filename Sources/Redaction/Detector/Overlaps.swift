import Domain

/// Which of several findings in the same place counts.
enum Overlaps {
    /// The findings without those that overlap one of an earlier kind, or an earlier one of their own kind; in order.
    static func resolved(_ findings: [Finding]) -> [Finding] {
        if zip(findings, findings.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound }) {
            return findings
        }
        let ordered = findings.sorted { ($0.range.lowerBound, $0.kind) < ($1.range.lowerBound, $1.kind) }
        let overlaps = zip(ordered, ordered.dropFirst()).contains { $0.range.upperBound > $1.range.lowerBound }
        guard overlaps else { return ordered }
        return SensitiveKind.allCases.reduce([]) { kept, kind in
            merged(kept, ordered.filter { $0.kind == kind })
        }
    }

    /// `kept` with those of `others` that overlap none of them; both are in order.
    private static func merged(_ kept: [Finding], _ others: [Finding]) -> [Finding] {
        guard !others.isEmpty else { return kept }
        var result: [Finding] = []
        result.reserveCapacity(kept.count + others.count)
        var rest = kept[...]
        for other in others {
            while let first = rest.first, first.range.upperBound <= other.range.lowerBound {
                result.append(first)
                rest.removeFirst()
            }
            let isFree = (rest.first?.range.lowerBound ?? .max) >= other.range.upperBound
            let isBehind = (result.last?.range.upperBound ?? 0) <= other.range.lowerBound
            if isFree, isBehind { result.append(other) }
        }
        return result + rest
    }
}
