/// Makes upper and lower case alike, letter by letter: ASCII letters among themselves, any other by Unicode's lower case of one
/// scalar. So no other letter ever equals one of ASCII's (the Kelvin sign is no k), which lets bytes be searched.
enum LetterFolding {
    @inline(__always)
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 {
            return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
        }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard let first = lower.first, first.value >= 0x80, lower.count == 1 else { return scalar }
        return first
    }

    static func fold(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.map(fold) }

    /// All scalars that fold to `scalar`.
    static func alternatives(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard scalar.value >= 0x80 else {
            let upper = Unicode.Scalar(UInt8(scalar.value & 0xDF))
            return (0x61...0x7A).contains(scalar.value) ? [scalar, upper] : [scalar]
        }
        // Case ends with the Adlam letters of plane 1.
        return (0x80...0x1E943 as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0) }.filter { fold($0) == scalar }
            + (scalar.value > 0x1E943 ? [scalar] : [])
    }
}
