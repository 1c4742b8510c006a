import Glibc

/// The address of a machine, as a number in the order of its bits.
public enum IPAddress: Sendable, Hashable {
    case v4(UInt32)
    case v6(UInt128)

    /// Reads the usual text form, such as `10.0.0.1` or `fe80::1`; nil when it is neither.
    public init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self = .v6(Self.number(six))
        } else {
            return nil
        }
    }

    /// Reads the address that a socket is about to connect to; nil for other families and for cut structures.
    init?(socketAddress address: UnsafePointer<sockaddr>, length: Int) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            self = .v4(UInt32(bigEndian: raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            self = .v6(Self.number(raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr))
        default:
            return nil
        }
    }

    /// Whether it is this machine speaking to itself: 127.0.0.0/8 or ::1.
    public var isLoopback: Bool {
        switch self {
        case .v4(let number): number >> 24 == 127
        case .v6(let number): number == 1
        }
    }

    private static func number(_ address: in6_addr) -> UInt128 {
        withUnsafeBytes(of: address) { bytes in bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The usual text form.
    public var description: String {
        switch self {
        case .v4(let number):
            return (0..<4).map { String(number >> (24 - 8 * UInt32($0)) & 0xff) }.joined(separator: ".")
        case .v6(let number):
            var address = in6_addr()
            withUnsafeMutableBytes(of: &address) { $0.storeBytes(of: number.bigEndian, as: UInt128.self) }
            let capacity = Int(INET6_ADDRSTRLEN)
            return String(unsafeUninitializedCapacity: capacity) { buffer in
                buffer.withMemoryRebound(to: CChar.self) { text in
                    guard inet_ntop(AF_INET6, &address, text.baseAddress, socklen_t(capacity)) != nil else { return 0 }
                    return text.firstIndex(of: 0) ?? 0
                }
            }
        }
    }
}
