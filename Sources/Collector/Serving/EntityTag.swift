import Domain

/// Names what an answer says, so that a client that has it already need not get it again (RFC 9110, 8.8.3).
struct EntityTag: Equatable {
    private let text: String

    /// The tag of `body`.
    init(of body: [UInt8]) { text = Hexadecimal.text(SHA256.digest(body).prefix(12)) }

    /// As a header has it.
    var header: String { "\"\(text)\"" }

    /// Whether an `If-None-Match` names this tag. Weak tags count, and so do those that lost their quotation marks on the way.
    func matches(_ header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            var tag = part.drop { $0 == " " }
            while tag.last == " " { tag.removeLast() }
            if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
            if tag.count >= 2, tag.hasPrefix("\""), tag.hasSuffix("\"") { tag = tag.dropFirst().dropLast() }
            return tag == text || tag == "*"
        }
    }
}
