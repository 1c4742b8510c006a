import NIOCore

/// Counts the pings of a client that come too soon after each other. An answer of ours makes good for them: some clients
/// measure the line with a ping for each.
struct PingLimit {
    private let count: Int
    private let time: TimeAmount
    private var last: NIODeadline?
    private var early = 0

    init(_ limits: GRPCLimits) { (count, time) = (limits.pings, limits.pingTime) }

    /// Takes a ping that came at `now`; false when it is one too many.
    mutating func admit(at now: NIODeadline) -> Bool {
        defer { last = now }
        guard let last, now - last < time else {
            early = 0
            return true
        }
        early += 1
        return early <= count
    }

    mutating func answered() { (early, last) = (0, nil) }
}
