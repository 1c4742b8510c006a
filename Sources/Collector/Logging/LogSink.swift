import Configuration
import Domain
import Logging
import Synchronization

/// Where log lines go: one descriptor, whole lines, repeats of the same trouble once a minute.
final class LogSink: Sendable {
    private struct Repeats {
        var lastWritten: Timestamp
        var held = 0
    }

    private let format: LogFormat
    private let write: @Sendable (String) -> Void
    private let clock: any WallClock
    private let repeats = Mutex<[String: Repeats]>([:])
    private static let interval = Nanoseconds.minutes(1)
    private static let remembered = 256

    /// - Parameter write: takes a line without its end.
    init(
        format: LogFormat, clock: any WallClock = SystemClock(),
        write: @escaping @Sendable (String) -> Void = StandardError.write(line:)
    ) {
        (self.format, self.clock, self.write) = (format, clock, write)
    }

    /// Writes the event, unless the same warning or error was written within the last minute: then it is counted, and the
    /// count is said the next time.
    func log(_ level: Logger.Level, _ message: String, _ details: [(name: String, value: String)]) {
        let now = clock.now()
        var line = LogLine(time: now, level: level, message: message, details: details)
        if level >= .warning {
            guard let held = admit(message, now) else { return }
            if held > 0 { line.details.append(("repeated", String(held))) }
        }
        write(line.text(format))
    }

    /// How many of the same were held back since the last one; nil when this one is to be held back too.
    private func admit(_ message: String, _ now: Timestamp) -> Int? {
        repeats.withLock { repeats in
            if let known = repeats[message], now.since(known.lastWritten) < LogSink.interval, now >= known.lastWritten {
                repeats[message]?.held += 1
                return nil
            }
            if repeats.count >= LogSink.remembered {
                repeats = repeats.filter { now.since($0.value.lastWritten) < LogSink.interval }
            }
            let held = repeats[message]?.held ?? 0
            repeats[message] = Repeats(lastWritten: now)
            return held
        }
    }
}
