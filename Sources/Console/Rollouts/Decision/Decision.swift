import Domain
import Drawing

/// A decision about a rollout that is being made: what will happen is read, why is written, and what gives the canary traffic is confirmed by
/// its name.
struct Decision: Sendable {
    enum Field: Hashable, Sendable { case reason, name }

    let verb: RolloutCommand.Verb
    let rollout: RolloutID
    /// What the person sees; nil until there is a fresh look.
    private(set) var basis: DecisionBasis?
    var reason: TextInput
    var name = TextInput()
    var field = Field.reason
    /// What is wrong, or has changed; gone with the next key.
    var mistake: String?

    init(_ verb: RolloutCommand.Verb, _ rollout: RolloutID, basis: DecisionBasis?, reason: String = "") {
        (self.verb, self.rollout, self.basis, self.reason) = (verb, rollout, basis, TextInput(reason))
    }

    /// Takes what is on the screen now. When it has changed, nothing that was confirmed counts any more.
    mutating func look(_ fresh: DecisionBasis) {
        guard fresh.rollout == rollout, fresh != basis else { return }
        if verb.isBound, let changes = basis?.changes(to: fresh), !changes.isEmpty {
            mistake = "look again, what you decide on has changed: " + changes.joined(separator: "; ")
            (name, field) = (TextInput(), .reason)
        }
        basis = fresh
    }

    /// Keys for the field that is typed in; false when the key is none of its.
    mutating func edit(_ key: Key) -> Bool {
        switch field {
        case .reason: reason.edit(key)
        case .name: name.edit(key)
        }
    }
}
