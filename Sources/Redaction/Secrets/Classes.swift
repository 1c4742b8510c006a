import Glibc

/// Of which characters a value consists.
struct Classes {
    private var counts = [Int](repeating: 0, count: 256)
    private var total = 0
    private var (capitals, small, digits, signs) = (0, 0, 0, 0)

    mutating func add(_ byte: UInt8) {
        counts[Int(byte)] += 1
        total += 1
        if byte.isUppercase { capitals += 1 }
        if byte.isLowercase { small += 1 }
        if byte.isDigit { digits += 1 }
        if "!@#$%^&*+=~?".utf8.contains(byte) { signs += 1 }
    }

    /// Shannon's, in bits a character.
    var entropy: Double {
        counts.reduce(0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / Double(total)
            return sum - share * log2(share)
        }
    }

    /// Whether it is neither a word, nor a name of several, nor (where numbers are not meant) a number.
    func couldBeSecret(isNumberAllowed: Bool) -> Bool {
        let letters = capitals + small
        if letters == 0 {
            return digits == total ? isNumberAllowed : signs > 0 && digits > 0 || isNumberAllowed && digits > 0
        }
        // A word with a mark behind it
        if digits == 0, signs == 1, letters == total - 1 { return false }
        if digits > 0 || signs > 0 { return true }
        // Letters in a mixture that no name has: those have few capitals.
        return letters == total && capitals * 3 >= total && small * 3 >= total
    }
}
