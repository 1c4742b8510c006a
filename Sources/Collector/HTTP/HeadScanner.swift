import NIOCore

/// Finds the end of a head in bytes that come in any pieces, looking at each byte once and at each line as soon as it is there.
struct HeadScanner {
    private(set) var inspector = HeadInspector()
    /// Offset of the first byte that was not looked at.
    private var position = 0
    /// Offset of the first byte of the present line.
    private var lineStart = 0
    private var lines = 0
    /// Offset of the first header.
    private var headersStart = 0

    /// Looks at what is new in `buffer`, whose readable bytes begin with the head.
    ///
    /// - Returns: the bytes of the head and what was found in it; nil when more must come.
    mutating func scan(
        _ buffer: ByteBuffer, limits: HTTPLimits
    ) throws(Refusal) -> (count: Int, findings: HeadInspector.Findings)? {
        try buffer.withUnsafeReadableBytes { (bytes) throws(Refusal) in try scan(bytes, limits: limits) }
    }

    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, limits: HTTPLimits
    ) throws(Refusal) -> (count: Int, findings: HeadInspector.Findings)? {
        guard let first = bytes.first, first.isToken || first == UInt8(ascii: "\r") else {
            throw .malformed("this is not HTTP")
        }
        while let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
            guard end > lineStart, bytes[end - 1] == UInt8(ascii: "\r") else {
                throw .malformed("a line of the head does not end in CR LF")
            }
            let line = bytes[lineStart..<(end - 1)]
            try check(lineEnd: end - 1, limits)
            position = end + 1
            lineStart = position
            if line.isEmpty {
                guard lines > 0 else { throw .malformed("the request begins with an empty line") }
                return (position, try inspector.findings())
            }
            if lines == 0 { headersStart = position }
            lines += 1
            try inspector.take(line, limits: limits)
        }
        position = bytes.count
        try check(lineEnd: bytes.count, limits)
        return nil
    }

    /// Holds the line that ends at `lineEnd`, or has come that far, to the limits.
    private func check(lineEnd: Int, _ limits: HTTPLimits) throws(Refusal) {
        if lines == 0 {
            if lineEnd > limits.requestLine { throw .lineTooLong }
        } else if lineEnd - headersStart > limits.head {
            throw .headersTooLarge
        }
    }
}
