/// Finds the end of a chunked body (RFC 9112 7.1) without keeping any of it, and bounds what may stand between the data:
/// sizes, extensions and trailers.
struct ChunkScanner {
    private enum State {
        /// In a size, of which some digits were read.
        case size(value: Int, digits: Int)
        /// Behind a semicolon or blank, up to the line's end.
        case extensions
        /// After the carriage return of a size line.
        case sizeEnd
        case data(left: Int)
        /// After the data: first the carriage return, then the line feed.
        case dataReturn
        case dataEnd
        /// At the beginning of a trailer line, or of the empty line that ends the body.
        case trailerStart
        case trailer
        case trailerEnd
        case lastEnd
    }

    private var state = State.size(value: 0, digits: 0)
    private var pending = 0
    private var overhead = 0
    /// Bytes that sizes, extensions and trailers of a body may take beyond six bytes a chunk.
    static let overheadLimit = 16 << 10

    /// Looks at the next bytes of a body.
    ///
    /// - Returns: how many of them belong to the body, and whether it ends there.
    mutating func scan(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> (count: Int, isComplete: Bool) {
        var position = 0
        while position < bytes.count {
            if case .data(let left) = state {
                let step = min(left, bytes.count - position)
                position += step
                state = step == left ? .dataReturn : .data(left: left - step)
                continue
            }
            if try step(bytes[position]) { return (position + 1, true) }
            position += 1
        }
        return (position, false)
    }

    /// Takes a byte that is not data; whether it was the last of the body.
    private mutating func step(_ byte: UInt8) throws(Refusal) -> Bool {
        switch (state, byte) {
        case (.size(let value, let digits), _):
            if let digit = byte.hexadecimalDigit {
                guard digits < 15 else { throw .malformed("a chunk is larger than any body") }
                state = .size(value: value << 4 | digit, digits: digits + 1)
            } else {
                guard digits > 0 else { throw .malformed("a chunk does not begin with its size") }
                pending = value
                switch byte {
                case UInt8(ascii: "\r"): state = .sizeEnd
                case UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\t"): state = .extensions
                default: throw .malformed("the size of a chunk is not a hexadecimal number")
                }
            }
        case (.extensions, UInt8(ascii: "\r")): state = .sizeEnd
        case (.extensions, _): try countOverhead(byte)
        case (.sizeEnd, UInt8(ascii: "\n")): state = pending == 0 ? .trailerStart : .data(left: pending)
        case (.dataReturn, UInt8(ascii: "\r")): state = .dataEnd
        case (.dataEnd, UInt8(ascii: "\n")): state = .size(value: 0, digits: 0)
        case (.trailerStart, UInt8(ascii: "\r")): state = .lastEnd
        case (.trailerStart, _), (.trailer, _):
            if case .trailer = state, byte == UInt8(ascii: "\r") {
                state = .trailerEnd
            } else {
                try countOverhead(byte)
                state = .trailer
            }
        case (.trailerEnd, UInt8(ascii: "\n")): state = .trailerStart
        case (.lastEnd, UInt8(ascii: "\n")): return true
        default: throw .malformed("a chunk does not end where its size says")
        }
        return false
    }

    private mutating func countOverhead(_ byte: UInt8) throws(Refusal) {
        guard byte == 0x09 || (byte >= 0x20 && byte != 0x7F) else {
            throw .malformed("a chunk extension or trailer holds control characters")
        }
        overhead += 1
        guard overhead <= ChunkScanner.overheadLimit else { throw .headersTooLarge }
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit; nil for any other byte.
    fileprivate var hexadecimalDigit: Int? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
