import Configuration
import Domain
import Logging
import Synchronization
import Testing

@testable import Collector

@Suite struct LogTests {
    /// A clock that stands where it is put.
    private final class StandingClock: WallClock {
        let time = Mutex(Timestamp(seconds: 1_800_000_000))
        func now() -> Timestamp { time.withLock { $0 } }
        func advance(_ duration: Nanoseconds) { time.withLock { $0 = $0.advanced(by: duration) } }
    }

    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
        var text: [String] { all.withLock { $0 } }
    }

    private func logger(_ format: LogFormat, _ clock: StandingClock = StandingClock()) -> (Logger, Lines) {
        let lines = Lines()
        let sink = LogSink(format: format, clock: clock) { line in lines.all.withLock { $0.append(line) } }
        return (Logger(label: "test", factory: { _ in SinkHandler(sink) }), lines)
    }

    @Test("lines for people")
    func text() {
        let (logger, lines) = logger(.text)
        logger.info("stored", metadata: ["spans": "5", "why": "two words"])
        #expect(lines.text == ["2027-01-15T08:00:00.000Z info stored spans=5 why=\"two words\""])
    }

    @Test("lines for programs are JSON")
    func json() throws {
        let (logger, lines) = logger(.json)
        logger.warning("odd", metadata: ["path": "a\"b"])
        let object = try JSON(parsing: Array(try #require(lines.text.first).utf8))
        #expect(object["level"]?.string == "warning")
        #expect(object["message"]?.string == "odd")
        #expect(object["path"]?.string == "a\"b")
    }

    @Test("nothing in a line can act on a terminal", arguments: LogFormat.allCases)
    func hostile(_ format: LogFormat) {
        let (logger, lines) = logger(format)
        logger.info("a\u{1B}[31mb", metadata: ["c": "\u{202E}\u{9B}\nnext"])
        let line = lines.text.joined()
        #expect(line.unicodeScalars.filter { $0.properties.generalCategory == .control }.isEmpty)
        #expect(!line.unicodeScalars.contains("\u{202E}"))
        #expect(line.contains(format == .json ? #"\u001b"# : "u{1B}"))
    }

    @Test("a quiet log says only what is wrong")
    func quiet() {
        let lines = Lines()
        let sink = LogSink(format: .text) { line in lines.all.withLock { $0.append(line) } }
        let logger = Logger(label: "test", factory: { _ in SinkHandler(sink, least: .warning) })
        logger.info("stopped")
        logger.warning("odd")
        #expect(lines.text.count == 1)
        #expect(lines.text.first?.hasSuffix("warning odd") == true)
    }

    @Test("the same trouble is said once a minute, with how often it was not said")
    func repeats() {
        let clock = StandingClock()
        let (logger, lines) = logger(.text, clock)
        for _ in 0..<5 { logger.error("disk full") }
        logger.error("something else")
        clock.advance(.seconds(61))
        logger.error("disk full")
        #expect(lines.text.count == 3)
        #expect(lines.text.last?.hasSuffix("disk full repeated=4") == true)
    }
}
