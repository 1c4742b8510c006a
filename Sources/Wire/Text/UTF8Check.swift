/// Whether bytes are well-formed UTF-8 (Unicode 16, table 3-7), thirty-two at a time while they are ASCII.
enum UTF8Check {
    static func isWellFormed(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        while true {
            at = endOfASCII(bytes, from: at)
            guard at < bytes.count else { return true }
            // Text that is not ASCII usually goes on so: take all of its scalars before trying blocks again.
            repeat {
                guard let length = scalarLength(bytes, at) else { return false }
                at &+= length
            } while at < bytes.count && bytes[at] >= 0x80
        }
    }

    /// The end of the run of ASCII that begins at `start`.
    @inline(__always)
    private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while bytes.count &- at >= 32 {
            let first = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let second = bytes.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)
            let third = bytes.loadUnaligned(fromByteOffset: at &+ 16, as: UInt64.self)
            let fourth = bytes.loadUnaligned(fromByteOffset: at &+ 24, as: UInt64.self)
            if (first | second | third | fourth) & 0x8080_8080_8080_8080 != 0 { break }
            at &+= 32
        }
        while bytes.count &- at >= 8 {
            let high = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
            if high != 0 { return at &+ high.trailingZeroBitCount &>> 3 }
            at &+= 8
        }
        while at < bytes.count, bytes[at] < 0x80 { at &+= 1 }
        return at
    }

    /// The number of bytes of the scalar at `at`, which is not ASCII; nil when it is ill-formed.
    @inline(__always)
    private static func scalarLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int? {
        let lead = bytes[at]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC2, lead <= 0xF4, bytes.count &- at >= length else { return nil }
        let second = bytes[at &+ 1]
        let allowed: ClosedRange<UInt8> =
            switch lead {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard allowed.contains(second) else { return nil }
        if length > 2, bytes[at &+ 2] & 0xC0 != 0x80 { return nil }
        if length > 3, bytes[at &+ 3] & 0xC0 != 0x80 { return nil }
        return length
    }
}
