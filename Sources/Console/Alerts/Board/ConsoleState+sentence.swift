import Domain
import Wording

extension ConsoleState {
    /// The sentence about an alert as lists show it: without what is the same everywhere and what a release or prompt names anyway, so that
    /// its numbers are seen in narrow columns.
    func sentence(_ alert: Alert) -> String {
        var brief = alert
        let namesService = alert.subject[.release] == nil && alert.subject[.prompt] == nil
        brief.subject.labels.removeAll { label in
            guard let value = label.value else { return false }
            return switch label.dimension {
            case .environment: summary?.environments == [value]
            case .service: !namesService || summary?.services == [value]
            default: false
            }
        }
        return AlertSentence.text(brief, at: now ?? end)
    }
}
