extension Key: CustomStringConvertible {
    /// Keys that have a name: how it is written in a configuration, and on the screen.
    private static let named: [(key: Key, word: String, label: String)] = [
        (.space, "space", "Space"), (.enter, "enter", "Enter"), (.escape, "esc", "Esc"), (.tab, "tab", "Tab"),
        (.shiftTab, "shift-tab", "Shift-Tab"), (.backspace, "backspace", "Backspace"), (.delete, "delete", "Del"),
        (.up, "up", "↑"), (.down, "down", "↓"), (.left, "left", "←"), (.right, "right", "→"), (.home, "home", "Home"),
        (.end, "end", "End"), (.pageUp, "page-up", "PgUp"), (.pageDown, "page-down", "PgDn"),
    ]

    /// The key that `text` names: one printable ASCII sign, `ctrl-l`, `space`, `enter`, `esc`, `tab`, `shift-tab`, `up`, … Nil
    /// when it names none, or one that terminals cannot tell apart (`ctrl-h`, `-i`, `-j`, `-m`).
    public init?(_ text: some StringProtocol) {
        let scalars = Array(text.unicodeScalars)
        if scalars.count == 1, 0x21...0x7E ~= scalars[0].value {
            self = .character(scalars[0])
        } else if let found = Self.named.first(where: { $0.word == text.lowercased() }) {
            self = found.key
        } else if scalars.count == 6, text.lowercased().hasPrefix("ctrl-"),
            let last = text.lowercased().unicodeScalars.last,
            "a"..."z" ~= last, !["h", "i", "j", "m"].contains(last)
        {
            self = .control(last)
        } else {
            return nil
        }
    }

    /// As it is written in a configuration: `ctrl-l`.
    public var description: String {
        switch self {
        case .character(let scalar): String(Character(scalar))
        case .control(let scalar): "ctrl-\(scalar)"
        default: Self.named.first { $0.key == self }?.word ?? ""
        }
    }

    /// As it is shown to people: `Ctrl-L`.
    var label: String {
        switch self {
        case .character(let scalar): String(Character(scalar))
        case .control(let scalar): "Ctrl-\(scalar.properties.uppercaseMapping)"
        default: Self.named.first { $0.key == self }?.label ?? ""
        }
    }

    /// The keys that a string of signs and `<names>` presses, such as `4jj<enter>y`. What is no key is left out.
    public static func sequence(_ text: String) -> [Key] {
        var keys: [Key] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "<", let end = rest.firstIndex(of: ">"), let key = Key(Substring(rest[..<end])) {
                keys.append(key)
                rest = rest[rest.index(after: end)...]
            } else {
                keys.append(scalar == " " ? .space : .character(scalar))
            }
        }
        return keys
    }
}
