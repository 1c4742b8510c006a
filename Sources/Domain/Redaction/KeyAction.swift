/// What is done with attributes whose key matches a rule. Numbers stay in any case.
public enum KeyAction: String, CaseIterable, Hashable, Sendable {
    /// The value is taken out; a mark stands in its place.
    case drop
    /// A pseudonym stands in its place: the same for the same value, and for this store only.
    case hash
    /// The value stays; what is in it is looked at as in any other.
    case keep
}
