/// A row of the waterfall.
struct WaterfallRow: Hashable, Sendable {
    /// Position of the step in the tree; of a group, of its slowest member.
    var position: Int
    var depth: Int
    /// Index of the group that the row stands for; nil for a single step.
    var group: Int?
    /// Steps that are hidden behind the row; 0 when it is unfolded, nil when there is nothing to fold.
    var hidden: Int?
}
