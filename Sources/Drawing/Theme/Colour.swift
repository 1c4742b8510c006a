/// A colour as themes name it.
public enum Colour: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case terminalDefault
    /// A number of the terminal's palette, 0 to 255; the first sixteen look as its owner chose.
    case indexed(UInt8)
    /// Red, green and blue in sRGB.
    case rgb(UInt8, UInt8, UInt8)

    /// Reads `#rgb`, `#rrggbb`, `#gg` (a grey), `0` to `255`, an ANSI name (`red`, `bright-red`, …) or `default`.
    public init?(_ text: String) {
        let text = text.lowercased()
        if text == "default" {
            self = .terminalDefault
        } else if let index = Self.ansiNames.firstIndex(of: text) {
            self = .indexed(UInt8(index))
        } else if let hex = text.utf8.first, hex == UInt8(ascii: "#") {
            guard let colour = Self.hexadecimal(text.dropFirst()) else { return nil }
            self = colour
        } else if let index = UInt8(text) {
            self = .indexed(index)
        } else {
            return nil
        }
    }

    private static let ansiNames: [String] = {
        let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return plain + plain.map { "bright-" + $0 }
    }()

    private static func hexadecimal(_ digits: Substring) -> Colour? {
        guard let value = UInt32(digits, radix: 16), digits.utf8.first != UInt8(ascii: "+") else { return nil }
        func byte(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
        func doubled(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift & 0xF) * 17 }
        switch digits.utf8.count {
        case 2: return .rgb(byte(0), byte(0), byte(0))
        case 3: return .rgb(doubled(8), doubled(4), doubled(0))
        case 6: return .rgb(byte(16), byte(8), byte(0))
        default: return nil
        }
    }
}
