import Domain

/// Times and lengths as the console writes them.
enum TimeWords {
    /// `15 m`, `24 h`, `7 d`, `90 s`.
    static func length(_ length: Nanoseconds) -> String {
        let seconds = length.count / 1_000_000_000
        for (unit, name, most) in [(86_400, "d", Int64.max), (3600, "h", 48), (60, "m", 120)]
            as [(Int64, String, Int64)]
        where seconds >= unit && seconds % unit == 0 {
            let count = seconds / unit
            if count <= most, unit < 86_400 || count > 1 { return "\(count) \(name)" }
        }
        return seconds % 60 == 0 ? "\(seconds / 60) m" : "\(seconds) s"
    }

    /// The same as `:range` takes it: `15m`.
    static func typed(_ length: Nanoseconds) -> String { self.length(length).filter { $0 != " " } }

    /// `03:12`, or `11-23 03:12` when it is on another day than `reference`.
    static func minute(_ moment: Timestamp, reference: Timestamp) -> String {
        let clock = String(moment.clock.prefix(5))
        return moment.day == reference.day ? clock : "\(moment.day.description.dropFirst(5)) \(clock)"
    }

    /// `03:12:44`, with the day in front when it is another one than that of `reference`.
    static func second(_ moment: Timestamp, reference: Timestamp) -> String {
        moment.day == reference.day ? moment.clock : "\(moment.day.description.dropFirst(5)) \(moment.clock)"
    }
}
