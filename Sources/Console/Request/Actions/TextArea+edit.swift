import Drawing

extension TextArea {
    /// Edits the text with a key where `field` shows it; false when the key is none that edits.
    mutating func edit(_ key: Key, in field: Rect) -> Bool {
        switch key {
        case .character(let scalar): insert(String(Character(scalar)))
        case .space: insert(" ")
        case .tab: insert("\t")
        case .enter: insert("\n")
        case .backspace: deleteBackward()
        case .delete: deleteForward()
        case .left, .control("b"): move(by: -1)
        case .right, .control("f"): move(by: 1)
        case .up, .control("p"): move(byRows: -1, width: field.width - 1)
        case .down, .control("n"): move(byRows: 1, width: field.width - 1)
        case .pageUp: move(byRows: -max(1, field.height - 1), width: field.width - 1)
        case .pageDown: move(byRows: max(1, field.height - 1), width: field.width - 1)
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        case .control("w"): deleteWordBackward()
        case .control("u"): deleteToStart()
        case .control("k"): deleteToEnd()
        default: return false
        }
        return true
    }
}
