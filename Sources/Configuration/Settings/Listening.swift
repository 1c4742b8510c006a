/// Whether something listens, and where.
public enum Listening: Hashable, Sendable, CustomStringConvertible {
    case off
    case on(ListenAddress)

    /// What `text` says: `off`, or `ADDRESS:PORT`; nil when it says neither.
    public init?(_ text: String) {
        if text == "off" {
            self = .off
        } else {
            guard let address = ListenAddress(text) else { return nil }
            self = .on(address)
        }
    }

    /// The address; nil when nothing listens.
    public var address: ListenAddress? {
        switch self {
        case .off: nil
        case .on(let address): address
        }
    }

    public var description: String { address.map(\.description) ?? "off" }
}
