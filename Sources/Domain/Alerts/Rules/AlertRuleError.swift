/// Why a draft is no rule.
public struct AlertRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The member that is wrong, as people write it: `measure`, `where`, `for` …
    public let member: String
    /// What is wrong and what to write instead.
    public let reason: String

    /// `member` is wrong for `reason`.
    public init(_ member: String, _ reason: String) { (self.member, self.reason) = (member, reason) }

    public var description: String { "\(member): \(reason)" }
}
