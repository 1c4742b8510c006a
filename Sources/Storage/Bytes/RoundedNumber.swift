/// Numbers that are not below 0, rounded up to their first few binary digits and stored as these and how many follow: all but one of
/// the digits are the lowest bits of the code, so that codes have the order of the numbers.
enum RoundedNumber {
    /// The code of `number`, of which so many binary digits are kept.
    @inline(__always)
    static func code(_ number: Int64, digits count: UInt64) -> UInt64 {
        let number = UInt64(max(0, number))
        let following = UInt64(max(0, UInt64.bitWidth - number.leadingZeroBitCount - Int(count)))
        let digits = (number + (1 << following - 1)) >> following
        return following << (count - 1) + digits
    }

    /// The number of a code, `.max` when it has none.
    @inline(__always)
    static func number(_ code: UInt64, digits count: UInt64) -> Int64 {
        guard code >= 1 << count else { return Int64(code) }
        let following = code >> (count - 1) - 1
        return following > 63 - count ? .max : Int64(code - following << (count - 1)) << Int64(following)
    }
}
