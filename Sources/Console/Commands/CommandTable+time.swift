import Domain
import Drawing

extension CommandTable {
    static let time: [Command] = [
        Command(
            name: "range.choose", word: "ranges", group: .time, keys: [.character("t")],
            description: "choose how far back to look", footerWord: "range",
            run: { state, _ in
                state.overlay = .picker(.ranges(state))
                return []
            }),
        Command(
            name: "range.set", word: "range", group: .time, keys: [],
            description: "look so far back, such as :range 24h",
            argument: .init(label: "LENGTH", candidates: { _ in TimeSelection.lengths.map(TimeWords.typed) }),
            run: { state, text throws(CommandFailure) in try state.setRange(text) }),
        Command(
            name: "time.at", word: "at", group: .time, keys: [.character("@")],
            description: "look at another time, such as :at 03:12, :at 2h (ago) or :at 2026-11-23T03:12:00Z",
            footerWord: "time",
            argument: .init(label: "TIME", candidates: { _ in ["now"] }),
            run: { state, text throws(CommandFailure) in try state.setTime(text) }),
        Command(
            name: "time.pause", word: "pause", group: .time, keys: [.space],
            description: "stop the screen, or go on live",
            run: { state, _ in
                state.time.mode = state.time.mode == .live ? .paused(state.end) : .live
                return []
            }),
        Command(
            name: "time.live", word: "live", group: .time, keys: [], description: "go back to now",
            disabledReason: isLive,
            run: { state, _ in
                state.time.mode = .live
                return []
            }),
        Command(
            name: "time.earlier", word: "earlier", group: .time, keys: [.character("[")],
            description: "one window back in time",
            run: { state, _ in
                state.time.shift(by: -1, now: state.now ?? state.end)
                return []
            }),
        Command(
            name: "time.later", word: "later", group: .time, keys: [.character("]")],
            description: "one window forward in time", disabledReason: isLive,
            run: { state, _ in
                state.time.shift(by: 1, now: state.now ?? state.end)
                return []
            }),
        Command(
            name: "range.longer", word: "longer", group: .time, keys: [.character("{")],
            description: "look further back",
            disabledReason: { $0.time.neighbour(longer: true) == nil ? "this is the longest range" : nil },
            run: { state, _ in
                state.time.length = state.time.neighbour(longer: true) ?? state.time.length
                return []
            }),
        Command(
            name: "range.shorter", word: "shorter", group: .time, keys: [.character("}")],
            description: "look less far back",
            disabledReason: { $0.time.neighbour(longer: false) == nil ? "this is the shortest range" : nil },
            run: { state, _ in
                state.time.length = state.time.neighbour(longer: false) ?? state.time.length
                return []
            }),
    ]

    private static let isLive: @Sendable (ConsoleState) -> String? = { $0.time.mode == .live ? "this is now" : nil }
}

extension ConsoleState {
    mutating func setRange(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let text, let length = TimeText.length(text), TimeSelection.bounds.contains(length) else {
            throw CommandFailure("write a length from 1m to 400d, such as 15m, 24h or 7d", at: 0)
        }
        time.length = length
        return []
    }

    mutating func setTime(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let text else {
            overlay = .prompt(Prompt(.time))
            return []
        }
        guard let now else { throw CommandFailure("the clock is not known yet: try again in a second") }
        if text.isEmpty || text == "now" {
            time.mode = .live
            return []
        }
        // A day and a minute with a blank between them, as people write it.
        let moment = TimeText.moment(text, now: now) ?? Timestamp(rfc3339: "\(text):00Z")
        guard let moment else {
            throw CommandFailure("write 03:12, 2h (ago), 2026-11-23 03:12 or now; times are UTC", at: 0)
        }
        guard moment <= now else { throw CommandFailure("that has not happened yet", at: 0) }
        time.mode = .past(moment)
        return []
    }
}

extension Picker {
    static func ranges(_ state: ConsoleState) -> Picker {
        let items = TimeSelection.lengths.map {
            Item(label: "last \(TimeWords.length($0))", value: TimeWords.typed($0))
        }
        let present = TimeSelection.lengths.firstIndex { $0 >= state.time.length } ?? 0
        return Picker(title: "Range", command: "range.set", items: items, selected: present)
    }
}
