extension CallPeaks {
    /// Appends them, rounded up: some six bytes, and less than 1 % too high.
    func encode(to writer: inout ByteWriter) {
        writer.append(unsigned: Self.code(longest))
        writer.append(unsigned: Self.code(costliest))
        writer.append(unsigned: Self.code(longestFailure == .max ? .max : longestFailure + 1))
    }

    /// Those where `reader` stands; check `reader.isDamaged` afterwards.
    @inline(__always)
    init(from reader: inout ByteReader) {
        longest = Self.number(reader.unsigned())
        costliest = Self.number(reader.unsigned())
        longestFailure = Self.number(reader.unsigned()) - 1
    }

    /// A number that is not below 0, rounded up to its first eight binary digits, as these and how many follow: seven bits of the code
    /// are the digits behind the first one, so that codes have the order of the numbers.
    private static func code(_ number: Int64) -> UInt64 {
        let number = UInt64(max(0, number))
        let following = max(0, UInt64.bitWidth - number.leadingZeroBitCount - 8)
        let digits = (number + (1 << following - 1)) >> following
        return UInt64(following) << 7 + digits
    }

    @inline(__always)
    private static func number(_ code: UInt64) -> Int64 {
        guard code >= 256 else { return Int64(code) }
        let following = code >> 7 - 1
        return following > 55 ? .max : Int64(code - following << 7) << Int64(following)
    }
}
