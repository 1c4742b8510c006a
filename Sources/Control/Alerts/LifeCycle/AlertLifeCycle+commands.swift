import Domain

extension AlertLifeCycle {
    /// Notes that an alert keeps, the newest; all of them are events.
    public static let mostNotes = 100
    /// Silences that may be in force at one time.
    public static let mostSilences = 1000

    /// Does what a person wants. A new silence is the last of the book's.
    ///
    /// - Throws: why it cannot be done; the book is as it was.
    public static func apply(
        _ command: AlertCommand, by principal: String, to book: inout AlertBook, at time: Timestamp
    ) throws(ControlRefusal) -> [AlertEvent] {
        switch command {
        case .acknowledge(let id, let note):
            try acknowledge(id, note, Author(principal: principal, time: time), &book)
        case .note(let id, let text): [try write(text, id, Author(principal: principal, time: time), &book)]
        case .silence(let draft): try silence(draft, Author(principal: principal, time: time), &book)
        case .endSilence(let id): try endSilence(id, Author(principal: principal, time: time), &book)
        }
    }

    /// Who does something, and when.
    private struct Author {
        var principal: String
        var time: Timestamp
    }

    private static func acknowledge(
        _ id: AlertID, _ note: String?, _ author: Author, _ book: inout AlertBook
    ) throws(ControlRefusal) -> [AlertEvent] {
        var alert = try alert(id, book)
        if case .resolved = alert.state {
            throw ControlRefusal(.invalid, "acknowledging \(id): it is resolved, there is nothing to look after")
        }
        // A note stands in the event of the acknowledgement, unless there is none because it was acknowledged before.
        let noted = try note.map { (text) throws(ControlRefusal) in try write(text, id, author, &book) }
        guard alert.acknowledgement?.principal != author.principal else { return noted.map { [$0] } ?? [] }
        alert.acknowledgement = .init(principal: author.principal, time: author.time)
        book.alerts[id]?.acknowledgement = alert.acknowledgement
        return [AlertEvent(time: author.time, of: alert, .acknowledged, by: author.principal, text: note)]
    }

    private static func write(
        _ text: String, _ id: AlertID, _ author: Author, _ book: inout AlertBook
    ) throws(ControlRefusal) -> AlertEvent {
        var alert = try alert(id, book)
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
            text.utf8.count <= SilenceDraft.longestText
        else {
            throw ControlRefusal(.invalid, "a note on \(id): must have 1 to \(SilenceDraft.longestText) bytes")
        }
        alert.notes =
            alert.notes.suffix(mostNotes - 1)
            + [.init(principal: author.principal, time: author.time, text: text)]
        book.alerts[id] = alert
        return AlertEvent(time: author.time, of: alert, .noted, by: author.principal, text: text)
    }

    private static func silence(
        _ draft: SilenceDraft, _ author: Author, _ book: inout AlertBook
    ) throws(ControlRefusal) -> [AlertEvent] {
        guard draft.length > .seconds(0), draft.length <= SilenceDraft.longest else {
            throw ControlRefusal(.invalid, "a silence: must last more than nothing and at most thirty days")
        }
        guard draft.reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
            draft.reason.utf8.count <= SilenceDraft.longestText
        else {
            throw ControlRefusal(.invalid, "a silence: needs a reason of 1 to \(SilenceDraft.longestText) bytes")
        }
        if case .alert(let id) = draft.covers { _ = try alert(id, book) }
        guard book.silences.count(where: { $0.until > author.time }) < mostSilences else {
            throw ControlRefusal(.unavailable, "a silence: \(mostSilences) are in force already; end some of them")
        }
        let silence = Silence(
            id: SilenceID(rawValue: book.nextSilence), covers: draft.covers, from: author.time,
            until: author.time.advanced(by: draft.length), reason: draft.reason, principal: author.principal)
        book.nextSilence += 1
        book.silences.append(silence)
        var events: [AlertEvent] = []
        for (id, alert) in book.alerts where alert.silence == nil && (alert.isActive || alert.isPending) {
            guard silence.covers(alert, at: author.time) else { continue }
            var alert = alert
            alert.silence = silence.id
            book.alerts[id] = alert
            events.append(
                AlertEvent(time: author.time, of: alert, .silenced, by: author.principal, text: draft.reason))
        }
        return events.sorted { $0.alert < $1.alert }
    }

    private static func endSilence(
        _ id: SilenceID, _ author: Author, _ book: inout AlertBook
    ) throws(ControlRefusal) -> [AlertEvent] {
        guard let index = book.silences.firstIndex(where: { $0.id == id }) else {
            throw ControlRefusal(.notFound, "ending silence \(id): there is none of this number")
        }
        guard book.silences[index].until > author.time else {
            throw ControlRefusal(.invalid, "ending silence \(id): it is over already")
        }
        book.silences[index].until = author.time
        var events: [AlertEvent] = []
        for (alertID, alert) in book.alerts where alert.silence == id {
            var alert = alert
            alert.silence = book.silences.first { $0.covers(alert, at: author.time) }?.id
            book.alerts[alertID] = alert
            if alert.silence == nil {
                events.append(AlertEvent(time: author.time, of: alert, .unsilenced, by: author.principal))
            }
        }
        return events.sorted { $0.alert < $1.alert }
    }

    private static func alert(_ id: AlertID, _ book: AlertBook) throws(ControlRefusal) -> Alert {
        guard let alert = book.alerts[id] else {
            throw ControlRefusal(
                .notFound, "alert \(id): there is none of this number; it may be over for more than a day")
        }
        return alert
    }
}
