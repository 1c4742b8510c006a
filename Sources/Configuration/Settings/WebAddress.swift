import Outbound

/// A URL that may be spoken to: `https://`, or `http://` on this machine, where nothing leaves it in clear text.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// The URL as it was written.
    public let description: String
    /// Whether it names this machine itself, so that loopback addresses may be connected to.
    public let isLoopback: Bool

    /// What stands after "must be".
    public static let expected = "an https:// URL, or an http:// URL of this machine (localhost, 127.0.0.1, [::1])"

    /// The address that `text` says; nil when it says none that may be spoken to. Names and passwords in it are refused: they would be
    /// shown with it.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), text.utf8.count <= Self.longest else { return nil }
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard scheme == "https" || scheme == "http", text.dropFirst(scheme.utf8.count).hasPrefix("://") else {
            return nil
        }
        let authority = text.dropFirst(scheme.utf8.count + 3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@"), let host = Self.host(authority), !host.isEmpty else { return nil }
        isLoopback = host.lowercased() == "localhost" || IPAddress(host)?.isLoopback == true
        guard scheme == "https" || isLoopback else { return nil }
        description = text
    }

    /// The host without its port; nil when the port is none.
    private static func host(_ authority: Substring) -> String? {
        let isBracketed = authority.hasPrefix("[")
        guard
            let end = isBracketed ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":") ?? authority.endIndex
        else { return nil }
        let rest = isBracketed ? authority[authority.index(after: end)...] : authority[end...]
        guard rest.isEmpty || rest.hasPrefix(":") && UInt16(rest.dropFirst()) != nil else { return nil }
        return String(isBracketed ? authority[..<end].dropFirst() : authority[..<end])
    }

    private static let longest = 2_048
}
