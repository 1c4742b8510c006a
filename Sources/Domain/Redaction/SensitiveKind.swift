/// Kinds of text that may not be kept. Where two overlap, the earlier one in this order counts.
public enum SensitiveKind: String, CaseIterable, Comparable, Hashable, Sendable {
    case email
    case privateKey = "private_key"
    case apiKey = "api_key"
    /// A JSON Web Token (RFC 7519).
    case jwt
    case iban
    case card
    /// A social security number of the United States.
    case ssn
    case ipv4
    case ipv6
    case phone
    /// The value in `password: value` and the like.
    case secretAssignment = "secret_assign"
    /// The credentials after `Bearer` (RFC 6750).
    case bearer
    /// The value of an attribute whose key says that it is confidential.
    case key

    /// Place in the order, from 0.
    public var priority: Int {
        switch self {
        case .email: 0
        case .privateKey: 1
        case .apiKey: 2
        case .jwt: 3
        case .iban: 4
        case .card: 5
        case .ssn: 6
        case .ipv4: 7
        case .ipv6: 8
        case .phone: 9
        case .secretAssignment: 10
        case .bearer: 11
        case .key: 12
        }
    }

    public static func < (left: SensitiveKind, right: SensitiveKind) -> Bool { left.priority < right.priority }
}
