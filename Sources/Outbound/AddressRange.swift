/// All addresses that share their first bits, written `10.0.0.0/8` or `fe80::/10`; a single address needs no `/`.
public struct AddressRange: Sendable, Hashable {
    private let first: IPAddress
    private let prefixLength: Int

    /// Reads a range; nil when the address or the number of bits is not one. Bits beyond the prefix do not count.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = parts.first, let address = IPAddress(String(head)) else { return nil }
        let width = address.width
        guard parts.count == 2 else {
            self.init(first: address, prefixLength: width)
            return
        }
        guard let bits = Int(parts[1]), (0...width).contains(bits) else { return nil }
        self.init(first: address, prefixLength: bits)
    }

    private init(first: IPAddress, prefixLength: Int) {
        self.first = first
        self.prefixLength = prefixLength
    }

    /// Whether the address lies in the range. An IPv4 address never lies in a range of IPv6.
    public func contains(_ address: IPAddress) -> Bool {
        // Swift's shifts by the whole width give zero: a prefix of no bits holds everything.
        switch (first, address) {
        case (.v4(let mine), .v4(let other)): (mine ^ other) >> UInt32(32 - prefixLength) == 0
        case (.v6(let mine), .v6(let other)): (mine ^ other) >> UInt128(128 - prefixLength) == 0
        default: false
        }
    }
}

extension AddressRange {
    /// This machine itself.
    public static let loopback: [AddressRange] = ["127.0.0.0/8", "::1"].compactMap(AddressRange.init)

    /// What no address from a configuration should lead to without being allowed by name: this machine, private and carrier networks,
    /// link-local (where clouds keep their credentials), multicast, and the IPv6 forms that wrap an IPv4 address and lead there:
    /// compatible (RFC 4291, 2.5.5.1; `::` and `::1` are among them) and mapped ones, NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056),
    /// Teredo (RFC 4380).
    static let refusedByDefault: [AddressRange] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
        "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fc00::/7", "fe80::/10",
        "fec0::/10", "ff00::/8",
    ].compactMap(AddressRange.init)
}

extension IPAddress {
    fileprivate var width: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }
}
