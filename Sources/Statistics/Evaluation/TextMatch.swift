/// Whether an answer says what was expected, without regard to how it is typed.
public enum TextMatch {
    /// `text` in normal form KC and lower case, white space as single spaces, without punctuation at its ends; a sign or a decimal point
    /// before a digit is no punctuation.
    public static func normalised(_ text: String) -> String {
        let scalars = NormalizedText.lowercased(NormalizedText.composed(text.unicodeScalars))
        var result = String.UnicodeScalarView()
        var isSpaceDue = false
        guard var first = scalars.firstIndex(where: isContent), let last = scalars.lastIndex(where: isContent) else {
            return ""
        }
        if scalars[first].properties.numericType == .decimal {
            if first > 0, scalars[first - 1] == "." { first -= 1 }
            if first > 0, scalars[first - 1] == "-" { first -= 1 }
        }
        for scalar in scalars[first...last] {
            if scalar.properties.isWhitespace {
                isSpaceDue = true
            } else {
                if isSpaceDue { result.append(" ") }
                isSpaceDue = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether both are equal scalar by scalar; when `normalising`, once both are `normalised`.
    public static func isExact(_ answer: String, _ expected: String, normalising: Bool = true) -> Bool {
        normalising
            ? normalised(answer).utf8.elementsEqual(normalised(expected).utf8)
            : answer.utf8.elementsEqual(expected.utf8)
    }

    /// Whether `part` stands in `text`, both `normalised`. An empty part stands in every text.
    public static func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(normalised(text).utf8), Array(normalised(part).utf8))
        guard !part.isEmpty else { return true }
        return search(part, in: text)
    }

    /// Whether two numbers are equal within an absolute or a relative tolerance, whichever is wider. False for what is not finite.
    public static func isClose(
        _ answer: Double, _ expected: Double, absoluteTolerance: Double = 0, relativeTolerance: Double = 0
    ) -> Bool {
        guard answer.isFinite, expected.isFinite else { return false }
        return abs(answer - expected) <= max(absoluteTolerance, relativeTolerance * abs(expected))
    }

    private static func isContent(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return false }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return false
        default: return true
        }
    }

    /// Knuth, Morris and Pratt: linear however the texts repeat themselves.
    private static func search(_ part: [UInt8], in text: [UInt8]) -> Bool {
        var fallbacks = [0]
        var matched = 0
        for byte in part.dropFirst() {
            while matched > 0, part[matched] != byte { matched = fallbacks[matched - 1] }
            if part[matched] == byte { matched += 1 }
            fallbacks.append(matched)
        }
        matched = 0
        for byte in text {
            while matched > 0, part[matched] != byte { matched = fallbacks[matched - 1] }
            if part[matched] == byte { matched += 1 }
            if matched == part.count { return true }
        }
        return false
    }
}
