/// Which texts stand in the columns of a block's rows, as symbols in ascending order, and what the calls with each of them do not
/// exceed: a search leaves out blocks that lack what it looks for.
enum BlockTexts {
    /// The stored forms: the differences from one symbol to the next, and the peaks of each.
    static func encoded(_ texts: [UInt64: CallPeaks]) -> (symbols: [UInt8], peaks: [UInt8]) {
        var (symbols, peaks) = (ByteWriter(), ByteWriter())
        var last: UInt64 = 0
        for (symbol, peak) in texts.sorted(by: { $0.key < $1.key }) {
            symbols.append(unsigned: symbol &- last)
            peak.encode(to: &peaks)
            last = symbol
        }
        return (symbols.bytes, peaks.bytes)
    }

    /// Calls `body` with each symbol. False when the bytes are damaged.
    @inline(__always)
    static func forEach(_ symbols: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) -> Bool {
        var reader = ByteReader(symbols)
        var symbol: UInt64 = 0
        while !reader.isAtEnd {
            symbol &+= reader.unsigned()
            if reader.isDamaged { return false }
            body(symbol)
        }
        return true
    }

    /// Calls `body` with each symbol and its peaks, of which nothing is known when there are no bytes of them. False when either are
    /// damaged.
    @inline(__always)
    static func forEach(
        _ symbols: UnsafeRawBufferPointer, _ peaks: UnsafeRawBufferPointer, _ body: (UInt64, CallPeaks) -> Void
    ) -> Bool {
        var reader = ByteReader(peaks)
        let isKnown = peaks.baseAddress != nil
        let isSound = forEach(symbols) { symbol in
            body(symbol, isKnown ? CallPeaks(from: &reader) : .unknown)
        }
        return isSound && !reader.isDamaged
    }
}
