/// What a program wrote to a terminal, looked through for anything but drawing.
struct TerminalBytes {
    /// What does not belong there, each with the bytes around it.
    private(set) var flaws: [String] = []
    /// The parameters of CSI m that set a colour.
    private(set) var colours: [String] = []
    /// What remains when control sequences are taken out.
    private(set) var text: [UInt8] = []

    private static let escape: UInt8 = 0x1B
    private static let drawing = Set("ABCDEFGHJKLMPSTX@`bdfhlmnrsu".utf8)
    /// The private modes that a screen of a program needs: keys, cursor, mouse, alternate screen, paste, focus, synchronised frames.
    private static let modes: Set<String> = [
        "1", "7", "12", "25", "47", "1000", "1002", "1004", "1006", "1047", "1048", "1049", "2004", "2026",
    ]

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case Self.escape: readSequence(&rest)
            case 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F: break
            case 0..<0x20, 0x7F: flag("control character \(byte)", rest)
            default: text.append(byte)
            }
        }
        checkText()
    }

    private mutating func readSequence(_ rest: inout ArraySlice<UInt8>) {
        switch rest.popFirst() {
        case UInt8(ascii: "["): readControl(&rest)
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            let set = rest.popFirst()
            if set != UInt8(ascii: "B"), set != UInt8(ascii: "0") { flag("character set", rest) }
        case UInt8(ascii: "]"):
            // The terminal description's own "original colours", when the screen is left.
            guard rest.starts(with: "104\u{07}".utf8) else { return flag("OSC", rest) }
            rest = rest.dropFirst(4)
        case let byte?:
            if !"=>78MDEH\\".utf8.contains(byte) { flag("ESC \(Unicode.Scalar(byte))", rest) }
        case nil: break
        }
    }

    private mutating func readControl(_ rest: inout ArraySlice<UInt8>) {
        let parameters = rest.prefix { 0x20...0x3F ~= $0 }
        rest = rest.dropFirst(parameters.count)
        guard let final = rest.popFirst() else { return }
        let words = String(decoding: parameters, as: UTF8.self)
        if !Self.drawing.contains(final), !(final == UInt8(ascii: "p") && words == "!"),
            !(final == UInt8(ascii: "t") && (words.hasPrefix("22;") || words.hasPrefix("23;")))
        {
            flag("CSI \(words)\(Unicode.Scalar(final))", rest)
        }
        if words.hasPrefix("?"), final == UInt8(ascii: "h") || final == UInt8(ascii: "l"),
            !words.dropFirst().split(separator: ";").allSatisfy({ Self.modes.contains(String($0)) })
        {
            flag("mode \(words)", rest)
        }
        if final == UInt8(ascii: "m") {
            let numbers = words.split(separator: ";").compactMap { Int($0) }
            if numbers.contains(where: { 30...38 ~= $0 || 40...48 ~= $0 || 90...107 ~= $0 }) { colours.append(words) }
        }
    }

    private mutating func checkText() {
        guard let text = String(validating: text, as: UTF8.self) else {
            flaws.append("malformed UTF-8")
            return
        }
        for scalar in Set(text.unicodeScalars) where Self.isInvisible(scalar) {
            flaws.append("U+\(String(scalar.value, radix: 16, uppercase: true))")
        }
    }

    /// C1 controls, and what turns text around, hides in it, or is no character.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
        }
    }

    private mutating func flag(_ what: String, _ rest: ArraySlice<UInt8>) {
        flaws.append("\(what) before \(String(decoding: rest.prefix(30), as: UTF8.self).debugDescription)")
    }
}
