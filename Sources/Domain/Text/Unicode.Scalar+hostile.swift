extension Unicode.Scalar {
    /// Whether it could steer a terminal or hide something from a reader: control characters, marks of writing direction, characters that
    /// take no room, and those of which nobody knows how they look (private use, noncharacters). What is written where somebody may
    /// `cat` it spells them out.
    public var isHostile: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F,
            0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF,
            0xFFA0, 0xFFF0...0xFFFB, 0x13430...0x1345F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF,
            0xF0000...0x10FFFF:
            true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
