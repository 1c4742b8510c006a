import Domain
import Drawing

extension Mark.Kind {
    /// What stands for it on charts and in lists, one cell wide; no two kinds have the same, in ASCII neither.
    var sign: Unicode.Scalar {
        switch self {
        case .deploy: "▼"
        case .release: "★"
        case .model: "⇄"
        case .prompt: "¶"
        case .parameters: "≈"
        case .source: "+"
        case .silence: "×"
        case .prices: "$"
        case .configuration: "□"
        case .rules: "§"
        case .instrumentation: "i"
        case .label: "&"
        case .activation: "^"
        case .note: "•"
        }
    }

    /// What answers stands out, then who asks, then what only concerns how things are measured.
    var role: Role {
        switch self {
        case .deploy, .release, .model, .prompt, .parameters, .label, .activation: .chartMark
        case .source, .silence: .textStrong
        case .prices, .configuration, .rules, .instrumentation, .note: .textMuted
        }
    }

    /// Its sign and its name.
    var name: StyledText { StyledText("\(sign)", role) + StyledText(" \(rawValue)") }

    /// The greater, the more it matters where there is room for one only.
    var rank: Int {
        switch role {
        case .chartMark: 2
        case .textStrong: 1
        default: 0
        }
    }
}
