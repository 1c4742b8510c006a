extension LinedText {
    /// A number for each line; the same number means the same line. A line that names a role is never the same as a line of text.
    func symbols(_ table: inout SymbolTable) -> [Int32] {
        bytes.withUnsafeBytes { bytes in
            lines.map { line in
                table.symbol(of: UnsafeRawBufferPointer(rebasing: bytes[line.range]), kind: line.number == nil ? 1 : 0)
            }
        }
    }

    /// What it is worth that a line corresponds: nearly nothing for an empty one, more for a long one, most for a role.
    func weigh(_ symbols: [Int32], into weights: inout [Int32]) {
        for (line, symbol) in zip(lines, symbols) {
            weights[Int(symbol)] =
                line.number == nil ? 1_000 : line.range.isEmpty ? 1 : 2 + Int32(min(line.range.count, 30))
        }
    }
}
