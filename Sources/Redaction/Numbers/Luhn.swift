/// The check digit of payment cards (ISO/IEC 7812-1, annex B).
public enum Luhn {
    /// Whether the last of `digits`, ASCII digits, checks the others; false for anything that is no digit, and for nothing.
    public static func isValid(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var sum = 0
        var isDoubled = false
        for digit in digits.reversed() {
            guard digit.isDigit else { return false }
            let value = Int(digit &- 0x30) * (isDoubled ? 2 : 1)
            sum += value > 9 ? value - 9 : value
            isDoubled.toggle()
        }
        return !digits.isEmpty && sum % 10 == 0
    }
}
