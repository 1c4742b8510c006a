import Domain
import Drawing

extension GateStanding {
    /// What the gate says, by a sign and words: `✓ pass`, `✖ FAIL`, `· undecided ≈ 6 m`.
    public var verdictText: StyledText {
        let words = verdict.words + (remaining.map { " ≈ \(Format.age(seconds: $0.seconds))" } ?? "")
        return StyledText("\(verdict.sign) \(words)", verdict.role)
    }
}

extension GateVerdict {
    /// In words.
    public var words: String {
        switch self {
        case .pass: "pass"
        case .fail: "FAIL"
        case .undecided: "undecided"
        case .noData: "no data"
        case .incomparable: "incomparable"
        }
    }

    /// Stands with the words.
    public var sign: String {
        switch self {
        case .pass: "✓"
        case .fail: "✖"
        case .undecided: "·"
        case .noData: "–"
        case .incomparable: "▲"
        }
    }

    /// How it is drawn.
    public var role: Role {
        switch self {
        case .pass: .statusOk
        case .fail: .statusCritical
        case .undecided: .statusUnknown
        case .noData, .incomparable: .statusWarning
        }
    }
}
