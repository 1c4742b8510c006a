import ArgumentParser
import Domain

/// Which time a command looks at.
struct RangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Look back so far from now: 15m, 24h, 7d.", valueName: "length"))
    var last: String?

    @Option(help: ArgumentHelp("From this moment on: RFC 3339, 2026-11-24, 03:12, or 2h (ago).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Up to this moment; now when not given.", valueName: "time"))
    var to: String?

    /// The range that the options name at `now`; the last 15 minutes when they name none.
    func range(now: Timestamp) throws -> TimeRange {
        let end = try to.map { try Timestamp.read($0, option: "--to", now: now) } ?? now
        switch (last, from) {
        case (nil, nil): return TimeRange(last: .minutes(15), before: end)
        case (let length?, nil):
            guard let length = TimeText.length(length) else {
                throw ValidationError("--last \(length): write a length such as 15m, 24h or 7d.")
            }
            return TimeRange(last: length, before: end)
        case (nil, let start?):
            let start = try Timestamp.read(start, option: "--from", now: now)
            guard start <= end else { throw ValidationError("--from is after --to.") }
            return TimeRange(from: start, to: end)
        default: throw ValidationError("--last and --from exclude each other.")
        }
    }
}
