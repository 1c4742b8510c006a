import Domain
import PromptDiff

/// Two versions of a prompt beside each other: what differs, what it does to answers, and what it does to users.
public struct PromptComparison: Hashable, Sendable {
    /// The name of the prompt.
    public let name: String
    public let old: ComparedVersion
    public let new: ComparedVersion
    public let difference: PromptDifference
    /// Offline first, then live; those that were measured of both versions.
    public let effects: [Effect]
    /// The newest runs of both over the same golden set; nil when there are none.
    public let runs: RunComparison?

    /// Compares two versions.
    public init(
        name: String, old: ComparedVersion, new: ComparedVersion, effects: [Effect] = [], runs: RunComparison? = nil
    ) {
        (self.name, self.old, self.new, self.runs) = (name, old, new, runs)
        difference = PromptDifference(from: old.prompt, to: new.prompt)
        let known = effects.filter { $0.countA > 0 && $0.countB > 0 }
        self.effects = known.filter { $0.source == .offline } + known.filter { $0.source == .observational }
    }

    /// What to do about it.
    public var advice: ShippingAdvice { ShippingAdvice(effects: effects, runs: runs, version: new.name) }
}
