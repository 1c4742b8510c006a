/// How prompts, labels and apps are called: a name stands in paths, in file names and in `NAME@VERSION` without being quoted.
public enum RegistryName {
    /// Letters that a name may have, in words.
    public static let rule = "1 to 128 of A–Z, a–z, 0–9, '.', '_' and '-', beginning with a letter or digit"

    /// Whether `text` is a name.
    public static func isValid(_ text: some StringProtocol) -> Bool {
        guard (1...128).contains(text.utf8.count), let first = text.utf8.first, isAlphanumeric(first) else {
            return false
        }
        return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }

    /// Whether `text` can be a label: a name that is not taken for the number of a version or for `latest`.
    public static func isLabel(_ text: some StringProtocol) -> Bool {
        isValid(text) && text != "latest" && !text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
