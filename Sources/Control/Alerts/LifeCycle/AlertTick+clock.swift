import Domain

extension AlertTick {
    /// Looks at where the clock stands against the last look.
    ///
    /// A clock that went back takes all that was noted for later with it, so that no length is negative and nothing waits for the clock to
    /// come back to where it was. One that jumped far ahead is believed after `settling`: until then silences hold, nothing is without
    /// data and nothing resolves, as either the clock is wrong or telemetry is still catching up.
    mutating func setClock() {
        defer { book.clock = now }
        guard let last = book.clock else { return }
        if now < last { return turnBack() }
        if let leap = book.leap {
            if now.since(leap.to) >= AlertLifeCycle.settling { book.leap = nil }
        } else if now.since(last) > AlertLifeCycle.leap {
            book.leap = AlertBook.Leap(from: last, to: now)
            // Nobody saw whether limits were crossed in between.
            for id in book.memories.keys { book.memories[id]?.restartWaiting(at: now) }
        }
    }

    private mutating func turnBack() {
        book.leap = nil
        for id in book.memories.keys { book.memories[id]?.turnBack(to: now) }
        for id in book.alerts.keys { book.alerts[id]?.turnBack(to: now) }
        for key in book.groups.keys { book.groups[key]?.turnBack(to: now) }
        for index in book.silences.indices { book.silences[index].from = min(book.silences[index].from, now) }
        book.lastData = book.lastData.mapValues { $0.mapValues { min($0, now) } }
    }
}

extension AlertMemory {
    fileprivate mutating func turnBack(to now: Timestamp) {
        for place in [
            \AlertMemory.crossedSince, \.pageSince, \.calmSince, \.belowPageSince, \.missingSince, \.firedSince,
        ] {
            self[keyPath: place] = self[keyPath: place].map { min($0, now) }
        }
        comings = comings.map { min($0, now) }
        if let old = episode {
            episode = Episode(since: min(old.since, now), end: min(old.end, now), severity: old.severity)
        }
    }

    fileprivate mutating func restartWaiting(at now: Timestamp) {
        for place in [
            \AlertMemory.crossedSince, \.pageSince, \.calmSince, \.belowPageSince, \.missingSince,
        ] where self[keyPath: place] != nil {
            self[keyPath: place] = now
        }
    }
}

extension Alert {
    fileprivate mutating func turnBack(to now: Timestamp) {
        switch state {
        case .pending(let since): state = .pending(since: min(since, now))
        case .firing(let since): state = .firing(since: min(since, now))
        case .noData(let since): state = .noData(since: min(since, now))
        case .resolved(let since, let end): state = .resolved(since: min(since, now), at: min(end, now))
        }
    }
}

extension AlertGroup {
    fileprivate mutating func turnBack(to now: Timestamp) {
        (toldAt, saidAt) = (min(toldAt, now), min(saidAt, now))
    }
}
