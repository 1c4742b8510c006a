/// Why there is no answer.
public enum OutboundError: Error, Sendable, Equatable {
    /// The request cannot be sent as it is written.
    case invalidRequest(String)
    /// The policy does not let this protocol be spoken.
    case protocolNotAllowed(String)
    /// The name leads to an address that the policy does not let be connected to.
    case addressNotAllowed(String)
    /// The host has no address, or looking it up failed.
    case hostNotFound(String)
    /// No connection came about.
    case cannotConnect(String)
    /// The certificate is not to be trusted, or the TLS handshake failed.
    case insecure(String)
    /// There was no complete answer in time, or it came too slowly.
    case timedOut(String)
    /// The answer is larger than the limit, in bytes.
    case answerTooLarge(limit: Int)
    /// The connection broke or the answer was not HTTP.
    case broken(String)
    /// Whoever asked does not want the answer any more.
    case cancelled
    /// The client was closed.
    case closed
}

extension OutboundError: CustomStringConvertible {
    /// What went wrong, for a log or a screen. The details are libcurl's and hold the host and port but neither path nor query.
    public var description: String {
        switch self {
        case .invalidRequest(let reason): "the request is not valid: \(reason)"
        case .protocolNotAllowed(let scheme): "\(scheme):// is not allowed here; use https://"
        case .addressNotAllowed(let address): "the address \(address) is not on the allow list"
        case .hostNotFound(let detail): "the host was not found: \(detail)"
        case .cannotConnect(let detail): "cannot connect: \(detail)"
        case .insecure(let detail): "the connection is not secure: \(detail)"
        case .timedOut(let detail): "no answer in time: \(detail)"
        case .answerTooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .broken(let detail): "the exchange broke off: \(detail)"
        case .cancelled: "the request was cancelled"
        case .closed: "the client is closed"
        }
    }
}
