import Domain

extension Mark {
    /// Whether it is about what has this name: `r4` is not mentioned by `release r42`.
    public func mentions(_ name: String) -> Bool {
        guard !name.isEmpty else { return false }
        if service == name { return true }
        return text.ranges(of: name).contains { range in
            let before = text[..<range.lowerBound].unicodeScalars.last
            let after = text[range.upperBound...].unicodeScalars.first
            return [before, after].allSatisfy { $0.map { !Self.isPartOfName($0) } ?? true }
        }
    }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-"
    }
}
