/// Lines of both sides that belong beside each other.
public enum DifferenceRow: Hashable, Sendable {
    /// The same on both sides.
    case same(old: TextLine, new: TextLine)
    /// Similar lines; their runs say what differs.
    case changed(old: TextLine, new: TextLine)
    /// A line that is only on the old side there; with its new place when it was moved as part of a block.
    case removed(TextLine, movedTo: LinePlace?)
    /// A line that is only on the new side there; with its old place when it was moved as part of a block.
    case added(TextLine, movedFrom: LinePlace?)

    /// The line of the old side; nil when it has none here.
    public var old: TextLine? {
        switch self {
        case .same(let old, _), .changed(let old, _), .removed(let old, _): old
        case .added: nil
        }
    }

    /// The line of the new side; nil when it has none here.
    public var new: TextLine? {
        switch self {
        case .same(_, let new), .changed(_, let new), .added(let new, _): new
        case .removed: nil
        }
    }

    /// Whether the sides are the same here.
    public var isSame: Bool { if case .same = self { true } else { false } }

    /// Whether the line stands elsewhere on the other side.
    public var isMoved: Bool {
        switch self {
        case .removed(_, let place), .added(_, let place): place != nil
        case .same, .changed: false
        }
    }

    /// Whether no word differs here, only white space: blank lines, indentation, line breaks, spaces at the end.
    public var isWhitespaceOnly: Bool {
        switch self {
        case .same: false
        case .changed(let old, let new): !old.hasChangedWords && !new.hasChangedWords
        case .removed(let line, let place), .added(let line, let place):
            place == nil && !line.isRole && !line.hasChangedWords
        }
    }
}

extension TextLine {
    fileprivate var hasChangedWords: Bool { runs.contains { $0.kind == .changed } }
}
