/// What tokenising needs to know of a Unicode scalar.
struct ScalarTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// A letter or a digit (general categories L and N).
    static let word = ScalarTraits(rawValue: 1)
    /// A mark (general category M).
    static let mark = ScalarTraits(rawValue: 2)
    /// Of a script that does not write spaces between words: Han, Kana, Thai.
    static let unspaced = ScalarTraits(rawValue: 4)
    /// Stays as it is under compatibility normalisation, whatever stands beside it.
    static let plain = ScalarTraits(rawValue: 8)
    /// Has a lower case other than itself.
    static let upper = ScalarTraits(rawValue: 16)

    /// The traits of `scalar`.
    static func of(_ scalar: Unicode.Scalar) -> ScalarTraits {
        let value = Int(scalar.value)
        return value < basicPlane.count ? ScalarTraits(rawValue: basicPlane[value]) : found(scalar)
    }

    /// The basic plane, looked up once: the standard library searches its tables at each question.
    private static let basicPlane: [UInt8] = (0..<0x10000).map { value in
        Unicode.Scalar(UInt32(value)).map { found($0).rawValue } ?? 0
    }

    private static func found(_ scalar: Unicode.Scalar) -> ScalarTraits {
        var traits: ScalarTraits = []
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            traits.insert(.word)
        case .nonspacingMark, .spacingMark, .enclosingMark: traits.insert(.mark)
        default: break
        }
        if isUnspaced(scalar.value) { traits.insert(.unspaced) }
        if scalar.properties.changesWhenLowercased { traits.insert(.upper) }
        let table = NormalizationTable.shared
        if scalar.properties.canonicalCombiningClass == .notReordered, !table.isSecond(scalar.value),
            table.decomposition(of: scalar.value) == nil
        {
            traits.insert(.plain)
        }
        return traits
    }

    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0E7F: true  // Thai
        case 0x3041...0x309F, 0x30A0...0x30FF, 0x31F0...0x31FF, 0x1AFF0...0x1B16F: true  // Kana
        case 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B: true  // Han: iteration mark, zero, numerals
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true  // Han
        default: false
        }
    }
}
