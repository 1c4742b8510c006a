/// Which lines a row is made of, as indices of the lines of each side.
enum RowPairing: Hashable, Sendable {
    case same(old: Int, new: Int)
    case changed(old: Int, new: Int)
    case removed(Int)
    case added(Int)

    var isSame: Bool { if case .same = self { true } else { false } }
}
