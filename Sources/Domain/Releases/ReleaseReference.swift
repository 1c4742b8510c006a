/// A release as people name it: `support-answer@r42`, `r42` where the app is known, or hexadecimal digits of its digest.
public enum ReleaseReference: Hashable, Sendable, CustomStringConvertible {
    /// By its number; the app is nil where it follows from what is talked about.
    case number(app: String?, Int)
    /// By the first digits of its digest, in lower case, at least eight.
    case digest(prefix: String)

    /// What `text` names; nil when it is no such name.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        if let last = parts.last, last.first == "r", let number = Int(last.dropFirst()), number > 0,
            last == "r\(number)"
        {
            guard parts.count == 1 || RegistryName.isValid(parts[0]) else { return nil }
            self = .number(app: parts.count == 1 ? nil : String(parts[0]), number)
        } else if (8...64).contains(text.utf8.count), text.utf8.allSatisfy({ Self.isDigit($0 | 0x20) }) {
            self = .digest(prefix: text.lowercased())
        } else {
            return nil
        }
    }

    /// Whether it names `release`, of `app` where it says none itself.
    public func names(_ release: RegisteredRelease, app: String?) -> Bool {
        switch self {
        case .number(let named, let number):
            release.number == number && (named ?? app).map { $0 == release.release.app } ?? false
        case .digest(let prefix):
            release.digest.description.hasPrefix(prefix) && (app.map { $0 == release.release.app } ?? true)
        }
    }

    public var description: String {
        switch self {
        case .number(let app, let number): (app.map { $0 + "@" } ?? "") + "r\(number)"
        case .digest(let prefix): prefix
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
