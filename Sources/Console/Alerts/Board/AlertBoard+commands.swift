import Domain

extension AlertBoard {
    /// The board as it will be when the collector has carried out `command`, so that what people do is seen at once.
    mutating func carryOut(_ command: ControlCommand, by principal: String, at time: Timestamp) {
        switch command {
        case .acknowledge(let id, let note):
            change(id) { $0.acknowledgement = Alert.Acknowledgement(principal: principal, time: time) }
            if let note { add(note, to: id, by: principal, at: time) }
        case .note(let id, let text): add(text, to: id, by: principal, at: time)
        case .silence(let draft): begin(draft, by: principal, at: time)
        case .endSilence(let id): end(id, at: time)
        default: break
        }
    }

    private mutating func change(_ id: AlertID, _ change: (inout Alert) -> Void) {
        guard let index = alerts.firstIndex(where: { $0.id == id }) else { return }
        change(&alerts[index])
    }

    private mutating func add(_ text: String, to id: AlertID, by principal: String, at time: Timestamp) {
        change(id) { $0.notes.append(Alert.Note(principal: principal, time: time, text: text)) }
    }

    private mutating func begin(_ draft: SilenceDraft, by principal: String, at time: Timestamp) {
        // The collector gives it its number; until then it has one that no silence has.
        let number = min(0, silences.map(\.id.rawValue).min() ?? 0) - 1
        let silence = Silence(
            id: SilenceID(rawValue: number), covers: draft.covers, from: time, until: time.advanced(by: draft.length),
            reason: draft.reason, principal: principal)
        silences.insert(silence, at: 0)
        for index in alerts.indices where silence.covers(alerts[index], at: time) {
            alerts[index].silence = silence.id
        }
    }

    private mutating func end(_ id: SilenceID, at time: Timestamp) {
        for index in silences.indices where silences[index].id == id { silences[index].until = time }
        for index in alerts.indices where alerts[index].silence == id {
            let alert = alerts[index]
            alerts[index].silence = silences.first { $0.covers(alert, at: time) }?.id
        }
    }
}

extension SilenceID {
    /// Whether the collector knows the silence by this number.
    var isGiven: Bool { rawValue > 0 }
}
