import Domain
import Drawing
import Wording

/// Something that can be silenced from where the person is.
struct SilenceTarget: Hashable {
    /// What the `:` line calls it.
    var word: String
    /// What people read.
    var label: String
    var covers: Silence.Covers

    /// What can be silenced now: the alert, its rule, and each value of what it is about.
    static func all(_ state: ConsoleState) -> [SilenceTarget] {
        if let alert = state.alertAtHand {
            let subject = alert.subject.text
            let own = SilenceTarget(
                word: "alert", label: subject.isEmpty ? "this alert" : "this alert, of \(subject)",
                covers: .alert(alert.id))
            let rule = SilenceTarget(word: "rule", label: "all of rule \(alert.rule)", covers: .rule(alert.rule))
            let labels = alert.subject.labels.compactMap { label in
                label.value.map {
                    SilenceTarget(
                        word: label.dimension.rawValue, label: "everything about \(label.dimension.rawValue) \($0)",
                        covers: .label(label.dimension, $0))
                }
            }
            return [own, rule] + labels
        }
        guard state.place == .alerts, state.alerts.panel == .rules, let status = state.alerts.selectedRule else {
            return []
        }
        return [SilenceTarget(word: "rule", label: "all of rule \(status.rule.name)", covers: .rule(status.rule.name))]
    }
}

extension ConsoleState {
    /// Lengths that people choose from.
    private static let silenceLengths: [Nanoseconds] = [.minutes(30), .hours(2), .hours(8), .days(3)]

    /// Why nothing can be silenced; nil when something can.
    var silencingIsOff: String? {
        SilenceTarget.all(self).isEmpty ? "no alert or rule is selected" : controlIsOff
    }

    /// What can follow `:silence`.
    var silenceCandidates: [String] {
        SilenceTarget.all(self).flatMap { target in
            Self.silenceLengths.map { "\(target.word) \(TimeWords.typed($0)) " }
        }
    }

    /// Has alerts not heard for a while. What is not said yet is asked for, step by step: what, how long, why.
    mutating func silence(_ text: String?) throws(CommandFailure) -> [Effect] {
        let targets = SilenceTarget.all(self)
        var words = (text ?? "").split(separator: " ", maxSplits: 2).map(String.init)
        guard let first = words.first else { return chooseSilenceTarget(targets) }
        guard let target = targets.first(where: { $0.word == first }) else {
            throw CommandFailure(
                "silence \(Console.words(targets.map(\.word))), such as :silence alert 2h REASON", at: 0)
        }
        words.removeFirst()
        guard let typed = words.first else { return chooseSilenceLength(target) }
        guard let length = TimeText.length(typed), length <= SilenceDraft.longest else {
            throw CommandFailure("write a length up to 30d, such as 30m, 2h or 3d", at: first.unicodeScalars.count + 1)
        }
        guard words.count > 1 else {
            overlay = .prompt(Prompt(.command, "silence \(target.word) \(typed) "))
            return []
        }
        let draft = SilenceDraft(covers: target.covers, length: length, reason: try Self.checked(words[1]))
        return [sendAboutAlerts(.silence(draft))]
    }

    private mutating func chooseSilenceTarget(_ targets: [SilenceTarget]) -> [Effect] {
        let items = targets.map { Picker.Item(label: Text.sanitized($0.label), value: $0.word) }
        overlay = .picker(Picker(title: "Silence what", command: "alerts.silence", items: items, selected: 0))
        return []
    }

    private mutating func chooseSilenceLength(_ target: SilenceTarget) -> [Effect] {
        let end = now ?? end
        let items = Self.silenceLengths.map { length in
            let until = TimeWords.minute(end.advanced(by: length), reference: end)
            return Picker.Item(
                label: "\(TimeWords.length(length)), until \(until)", value: "\(target.word) \(TimeWords.typed(length))"
            )
        }
        overlay = .picker(Picker(title: "For how long", command: "alerts.silence", items: items, selected: 1))
        return []
    }
}
