/// Where a block of lines that was only put in, or only taken out, begins.
///
/// When the line before a block equals its last line, the block can as well begin one line earlier. Of all such places the one is taken at
/// which the block looks like what somebody wrote in one go: from an opening tag to its closing one, from a heading or a blank line on.
struct BlockBoundaries {
    private static let mostLines = 200

    private let text: LinedText
    private let symbols: [Int32]

    /// For blocks of `text`, whose lines have the given symbols.
    init(_ text: LinedText, _ symbols: [Int32]) { (self.text, self.symbols) = (text, symbols) }

    /// By how many lines the block is to begin earlier, `room` at most.
    func shift(_ block: Range<Int>, room: Int) -> Int {
        guard !block.isEmpty else { return 0 }
        var best = (shift: 0, score: score(block))
        var shift = 1
        while shift <= min(room, Self.mostLines),
            symbols[block.lowerBound - shift] == symbols[block.upperBound - shift]
        {
            let score = score(block.lowerBound - shift..<block.upperBound - shift)
            if score > best.score { best = (shift, score) }
            shift += 1
        }
        return best.shift
    }

    private enum Shape { case blank, opening, closing, other }

    /// How much `block` looks like a whole; higher is better.
    private func score(_ block: Range<Int>) -> Int {
        let (first, last) = (shape(block.lowerBound), shape(block.upperBound - 1))
        var score = 0
        if first == .opening { score += 2 }
        if first == .closing { score -= 2 }
        if last == .closing { score += 2 }
        if last == .opening { score -= 2 }
        if last == .blank || block.upperBound == text.lines.count { score += 1 }
        if block.lowerBound == 0 || shape(block.lowerBound - 1) == .blank { score += 1 }
        return score
    }

    private func shape(_ line: Int) -> Shape {
        guard text.lines[line].number != nil else { return .opening }
        let bytes = text.bytes[text.lines[line].range].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        guard let first = bytes.first else { return .blank }
        switch first {
        case UInt8(ascii: "<"): return bytes.dropFirst().first == UInt8(ascii: "/") ? .closing : .opening
        case UInt8(ascii: "{"): return bytes.starts(with: "{{/".utf8) ? .closing : .opening
        case UInt8(ascii: "["), UInt8(ascii: "#"): return .opening
        case UInt8(ascii: "}"), UInt8(ascii: "]"): return .closing
        default: return .other
        }
    }
}
