/// The rules that a call breaks: a number that can be stored beside it.
public struct LintFindings: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The finding of one rule.
    public init(_ rule: LintRule) { rawValue = 1 << UInt16(rule.rawValue) }

    /// The rules that were broken, in the order in which they are declared.
    public var rules: [LintRule] { LintRule.allCases.filter { contains(LintFindings($0)) } }

    mutating func insert(_ rule: LintRule, when isBroken: Bool) { if isBroken { insert(LintFindings(rule)) } }
}
