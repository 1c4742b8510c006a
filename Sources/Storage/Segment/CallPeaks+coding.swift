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

    private static func code(_ number: Int64) -> UInt64 { RoundedNumber.code(number, digits: digits) }

    @inline(__always)
    private static func number(_ code: UInt64) -> Int64 { RoundedNumber.number(code, digits: digits) }

    private static let digits: UInt64 = 8
}
