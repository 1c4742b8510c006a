/// What a person is to the operations of a store. Reading what was said in calls is a right apart, given with any role.
public enum AccessRole: String, Hashable, Sendable, CaseIterable {
    /// Looks at numbers.
    case viewer
    /// Proposes and judges.
    case editor
    /// Decides what goes to users.
    case approver
    /// Keeps the installation: tokens, retention, configuration.
    case admin
}
