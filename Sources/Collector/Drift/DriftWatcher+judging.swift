import Control
import Domain
import Statistics
import Storage

extension DriftWatcher {
    /// Judges all windows and hours of `subject` that ended by `closed`.
    func judge(_ subject: DriftSubject, until closed: Timestamp) throws {
        var watch = watches[subject] ?? SubjectWatch()
        if watch.nextWindow == nil {
            guard let first = try store.firstBucket(of: subject) else { return }
            watch.nextHour = first.floored(to: .hours(1))
            watch.nextWindow = first.floored(to: settings.window)
        }
        var hasChanged = false
        var readings: [(DriftSignal, DriftReading)] = []
        var changes: [DriftReference] = []
        while let start = watch.nextWindow, start.advanced(by: settings.window) <= closed {
            if !hasChanged, watches[subject] == nil { watches[subject] = watch }
            hasChanged = true
            let end = start.advanced(by: settings.window)
            if let hour = watch.nextHour, hour.advanced(by: .hours(1)) <= end {
                changes += try judgeHour(subject, hour, &watch)
                watch.nextHour = hour.advanced(by: .hours(1))
            }
            readings += try judgeWindow(subject, TimeRange(from: start, to: end), &watch)
            watch.nextWindow = end
            if try skipSilence(subject, &watch, until: closed) { continue }
        }
        guard hasChanged else { return }
        try store.transaction {
            for (signal, reading) in readings { try store.add(reading, of: signal, subject) }
            for hour in try store.unfoldedHours(of: subject, before: closed.advanced(by: .hours(-26))) {
                try store.fold(subject, hour: hour)
            }
            let kept = watch.references.values.compactMap { reference in
                reference.to.map { (subject, TimeRange(from: reference.from, to: $0)) }
                    ?? (subject, TimeRange(from: reference.from, to: closed))
            }
            try store.prune(of: subject, before: closed.advanced(by: Self.kept), keeping: kept.map(\.1))
            try keep(watch, of: subject)
        }
        // Chosen by rule, and written down beside what people chose.
        if !changes.isEmpty { try control.change { for change in changes { try $0.record(change) } } }
    }

    /// After a silence of more than a day the windows without calls are left out.
    private func skipSilence(_ subject: DriftSubject, _ watch: inout SubjectWatch, until closed: Timestamp) throws
        -> Bool
    {
        guard let next = watch.nextWindow, closed.since(next) > .days(2),
            let following = try store.firstBucket(of: subject, from: next), following.since(next) > .days(2)
        else { return false }
        watch.nextWindow = following.floored(to: settings.window)
        watch.nextHour = following.floored(to: .hours(1))
        return true
    }

    /// Begins and completes references; returns those that began or were completed.
    private func judgeHour(
        _ subject: DriftSubject, _ hour: Timestamp, _ watch: inout SubjectWatch
    ) throws -> [DriftReference] {
        let range = TimeRange(from: hour, to: hour.advanced(by: .hours(1)))
        let isSettled = watch.references[.input]?.isLearning == false && watch.references[.output] != nil
        let summary = try store.summary(of: subject, range)
        guard summary.calls > 0 || !isSettled else { return [] }
        return DriftSignal.Side.allCases.compactMap { side in
            let before = watch.references[side]
            guard let after = ReferencePolicy.after(before, subject, side, hour: summary, range, settings) else {
                return nil
            }
            watch.use(after)
            return before?.from != after.from || before?.to != after.to ? after : nil
        }
    }

    private func judgeWindow(
        _ subject: DriftSubject, _ window: TimeRange, _ watch: inout SubjectWatch
    ) throws -> [(DriftSignal, DriftReading)] {
        var summaries: [Timestamp: WindowSummary] = [:]
        func current(from start: Timestamp) throws -> WindowSummary {
            if let known = summaries[start] { return known }
            let found = try store.summary(of: subject, TimeRange(from: start, to: window.to))
            summaries[start] = found
            return found
        }
        let latest = try current(from: window.from)
        for name in Self.signals(of: latest) where watch.watches[name] == nil {
            if watch.watches.count < Self.mostSignals { watch.watches[name] = SignalWatch() }
        }
        let shared = max(1, watches.values.reduce(0) { $0 + $1.watched })
        var readings: [(DriftSignal, DriftReading)] = []
        for signal in watch.watches.keys.sorted(by: { $0.name < $1.name }) {
            guard var one = watch.watches[signal] else { continue }
            let reference = try self.reference(signal, subject, window, &watch)
            let start = one.windowStart.map { max($0, window.to.advanced(by: -settings.longestWindow)) } ?? window.from
            let values = try current(from: min(start, window.from))
            let before = one.reading
            _ = one.advance(signal, reference, values, window, signals: shared, settings)
            if let reading = one.reading, reading != before {
                readings.append((signal, reading))
                watch.explanations[signal] =
                    reading.state == .calm || reading.state == .notEnough
                    ? nil : reference.map { explain(signal, subject, $0, values, one) }
            }
            watch.watches[signal] = one
        }
        return readings
    }

    /// What `signal` is compared with; nil while it is being learned.
    private func reference(
        _ signal: DriftSignal, _ subject: DriftSubject, _ window: TimeRange, _ watch: inout SubjectWatch
    ) throws -> WindowSummary? {
        guard let reference = watch.references[signal.side], let end = reference.to,
            window.from >= end || window.to <= reference.from
        else { return nil }
        let slot = reference.isHourMatched ? Self.slot(window.from) : nil
        let key = SubjectWatch.ReferenceKey(side: signal.side, slot: slot)
        if let known = watch.cache[key] { return known }
        let range = TimeRange(from: reference.from, to: end)
        let found = try store.summary(of: subject, range) { start in
            slot.map { Self.isNear(Self.slot(start), $0) } ?? true
        }
        if watch.cache.count >= Self.mostCached { watch.cache.removeAll() }
        watch.cache[key] = found
        return found
    }

    /// The hour of a working day (0 … 23) or of a weekend (24 … 47), UTC.
    private static func slot(_ time: Timestamp) -> Int {
        let day = ((Int(time.day.number) % 7) + 7) % 7
        let hour = Int(time.since(time.day.start).count / Nanoseconds.hours(1).count)
        // 1970-01-01 was a Thursday.
        return hour + (day == 2 || day == 3 ? 24 : 0)
    }

    private static func isNear(_ a: Int, _ b: Int) -> Bool {
        guard a / 24 == b / 24 else { return false }
        let distance = abs(a % 24 - b % 24)
        return min(distance, 24 - distance) <= 1
    }

    private func explain(
        _ signal: DriftSignal, _ subject: DriftSubject, _ reference: WindowSummary, _ current: WindowSummary,
        _ watch: SignalWatch
    ) -> DriftExplanation {
        var explanation = DriftExplainer.explain(signal, reference, current)
        let examples = examples(of: subject)
        if signal == .inputMeaning || signal == .topic || signal == .inputLength {
            // What grew most is what to look at.
            let topics = DriftExplainer.explain(.topic, reference, current).categories
            if signal != .topic { explanation.categories = topics }
            let grown = topics.filter { $0.now > $0.then }.max { $0.now - $0.then < $1.now - $1.then }
            if let grown { explanation.examples = examples.of("topic:" + grown.name) }
        } else if signal == .language {
            let grown = explanation.categories.max { $0.now - $0.then < $1.now - $1.then }
            if let grown { explanation.examples = examples.of("language:" + grown.name) }
        } else {
            explanation.examples = examples.of(signal.name)
        }
        let since = watch.since ?? watch.reading?.window.from
        if let since,
            let marks = try? reader.marks(
                TimeRange(from: since.advanced(by: .hours(-1)), to: watch.reading?.window.to ?? since),
                at: Timestamp(nanoseconds: .max))
        {
            explanation.marks = Array(marks.filter { $0.service == nil || $0.service == subject.service }.prefix(8))
        }
        explanation.filter = DriftFilter.text(signal, subject, explanation)
        return explanation
    }

    private static func signals(of summary: WindowSummary) -> [DriftSignal] {
        let whole = summary.whole
        return (Array(whole.numbers.keys) + Array(whole.categories.keys) + Array(summary.embeddings.keys))
            .compactMap { DriftSignal($0) }
    }

    private static let mostSignals = 40
    private static let mostCached = 24
    private static let kept = Nanoseconds.days(-14)
}
