import Domain

extension AlertTick {
    /// Says of each alert that lives which silence covers it.
    mutating func updateSilences() {
        // A clock that jumped ahead ends no silence before it is believed.
        let moment = book.leap?.from ?? now
        let silences = book.silences.filter { moment >= $0.from && moment < $0.until }
        let touched = silences.isEmpty ? book.alerts.filter { $0.value.silence != nil } : book.alerts
        for id in touched.keys.sorted() {
            guard var alert = book.alerts[id] else { continue }
            let isOver = if case .resolved = alert.state { true } else { false }
            let covering = isOver ? nil : silences.first { $0.covers(alert, at: moment) }
            guard alert.silence != covering?.id else { continue }
            let wasSilenced = alert.silence != nil
            alert.silence = covering?.id
            book.alerts[id] = alert
            if let covering {
                log(.silenced, alert, covering.reason)
            } else if wasSilenced, !isOver {
                log(.unsilenced, alert, "the silence is over")
            }
        }
    }
}
