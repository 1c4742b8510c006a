/// Which texts stand in the columns of a block's rows, as numbers in ascending order: a search leaves out blocks that lack what it looks
/// for.
enum BlockTexts {
    /// The stored form: the differences from one symbol to the next.
    static func encoded(_ symbols: Set<UInt64>) -> [UInt8] {
        var writer = ByteWriter()
        var last: UInt64 = 0
        for symbol in symbols.sorted() {
            writer.append(unsigned: symbol &- last)
            last = symbol
        }
        return writer.bytes
    }

    /// Calls `body` with each symbol. False when the bytes are damaged.
    @inline(__always)
    static func forEach(_ bytes: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) -> Bool {
        var reader = ByteReader(bytes)
        var symbol: UInt64 = 0
        while !reader.isAtEnd {
            symbol &+= reader.unsigned()
            if reader.isDamaged { return false }
            body(symbol)
        }
        return true
    }
}
