/// What the mouse did at a cell.
public struct Mouse: Hashable, Sendable {
    /// What was done.
    public enum Action: Hashable, Sendable {
        /// The left button went down.
        case press
        /// The wheel turned away from the person.
        case scrollUp
        /// The wheel turned towards the person.
        case scrollDown
    }

    /// What was done.
    public var action: Action
    /// Column, from 0 on.
    public var x: Int
    /// Row, from 0 on.
    public var y: Int

    /// `action` at the cell (`x`, `y`).
    public init(_ action: Action, x: Int, y: Int) { (self.action, self.x, self.y) = (action, x, y) }
}
