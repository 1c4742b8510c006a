/// Text in one spelling: composed by compatibility (NFKC, Unicode Standard Annex 15), then in lower case, without locale.
public enum NormalizedText {
    /// `text` in Unicode's normal form KC: ligatures, full-width forms and compatibility ideographs as their plain letters, accents
    /// composed with what they stand on.
    public static func compatibilityComposed(_ text: String) -> String { string(composed(text.unicodeScalars)) }

    /// `text` in normal form KC and lower case, a sigma at the end of a word as ς.
    public static func folded(_ text: String) -> String { string(lowercased(composed(text.unicodeScalars))) }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    static func composed(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var waiting: [Unicode.Scalar] = []
        for scalar in scalars {
            if ScalarTraits.of(scalar).contains(.plain) {
                if !waiting.isEmpty {
                    compose(&waiting, into: &result)
                    waiting.removeAll(keepingCapacity: true)
                }
                result.append(scalar)
            } else {
                if waiting.isEmpty, let before = result.popLast() { waiting.append(before) }
                if let parts = NormalizationTable.shared.decomposition(of: scalar.value) {
                    waiting.append(contentsOf: parts.compactMap(Unicode.Scalar.init))
                } else {
                    waiting.append(scalar)
                }
            }
        }
        compose(&waiting, into: &result)
        return result
    }

    /// Appends the composition of decomposed scalars.
    private static func compose(_ scalars: inout [Unicode.Scalar], into result: inout [Unicode.Scalar]) {
        let ordered = canonicallyOrdered(scalars)
        var starter: Int?
        // The class of the mark that stands between the starter and the scalar at hand.
        var between: UInt8?
        for (scalar, combiningClass) in ordered {
            if let starter, between.map({ $0 < combiningClass }) ?? true,
                let composed = NormalizationTable.shared.composition(result[starter].value, scalar.value)
                    .flatMap(Unicode.Scalar.init)
            {
                result[starter] = composed
                continue
            }
            if combiningClass == 0 { (starter, between) = (result.count, nil) } else { between = combiningClass }
            result.append(scalar)
        }
    }

    /// Marks in the order of their combining classes, equal ones as they stood.
    private static func canonicallyOrdered(
        _ scalars: [Unicode.Scalar]
    ) -> [(scalar: Unicode.Scalar, combiningClass: UInt8)] {
        var ordered = scalars.map { (scalar: $0, combiningClass: $0.properties.canonicalCombiningClass.rawValue) }
        var start = 0
        while let first = ordered[start...].firstIndex(where: { $0.combiningClass != 0 }) {
            let end = ordered[first...].firstIndex { $0.combiningClass == 0 } ?? ordered.endIndex
            if end - first > 1 {
                let marks = ordered[first..<end].enumerated().sorted { a, b in
                    (a.element.combiningClass, a.offset) < (b.element.combiningClass, b.offset)
                }
                ordered.replaceSubrange(first..<end, with: marks.map(\.element))
            }
            start = end
        }
        return ordered
    }

    static func lowercased(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            if !ScalarTraits.of(scalar).contains(.upper) {
                result.append(scalar)
            } else if scalar == "Σ", endsWord(index, in: scalars) {
                result.append("ς")
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return result
    }

    /// Whether the scalar at `index` comes after a letter with case and before none (The Unicode Standard, 3.13, Final_Sigma).
    private static func endsWord(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isCased(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isCased ?? false }
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        return isCased(before) && !isCased(after)
    }
}
