/// What a character is to the words of a text.
enum ScalarKind {
    case space
    /// Letters, digits and the underscore, which make up words.
    case letter, digit
    /// A letter of a script that writes no spaces: a word by itself.
    case ideograph
    /// Belongs to what stands before it: accents, variation selectors, joiners.
    case mark
    /// Everything else, such as punctuation.
    case symbol

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09...0x0D, 0x20: self = .space
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x5F, 0x61...0x7A: self = .letter
        case 0..<0x80: self = .symbol
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1F1E6...0x1F1FF,
            0x20000...0x3FFFF:
            self = scalar.properties.isGraphemeExtend ? .mark : .ideograph
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: self = .mark
        default: self = ScalarKind(properties: scalar.properties)
        }
    }

    private init(properties: Unicode.Scalar.Properties) {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            self = .letter
        case .decimalNumber: self = .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        default: self = properties.isWhitespace ? .space : .symbol
        }
    }
}
