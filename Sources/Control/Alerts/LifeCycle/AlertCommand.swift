import Domain

/// What a person wants of alerts.
public enum AlertCommand: Hashable, Sendable {
    /// Looks after an alert from now on.
    case acknowledge(AlertID, note: String?)
    /// Writes something beside an alert.
    case note(AlertID, String)
    /// Does not want to hear of alerts for a while.
    case silence(SilenceDraft)
    /// Ends a silence before its time.
    case endSilence(SilenceID)

    /// The part of commands to the collector that is about alerts; nil for others.
    public init?(_ command: ControlCommand) {
        switch command {
        case .acknowledge(let id, let note): self = .acknowledge(id, note: note)
        case .note(let id, let text): self = .note(id, text)
        case .silence(let draft): self = .silence(draft)
        case .endSilence(let id): self = .endSilence(id)
        default: return nil
        }
    }
}
