import Console
import Domain
import Drawing
import Testing
import TestSupport

/// The health of ingest, as it is seen.
@Suite("Health of ingest")
struct HealthTests {
    private static let health: IngestHealth = {
        var health = IngestHealth(since: Scene.ago(300))
        health.written = Scene.now
        var bot = SourceHealth(service: "support-bot", environment: "prod", lastSeen: Scene.now)
        (bot.spans, bot.spansPerSecond, bot.shortestDelay) = (1_204_118, 212.4, .milliseconds(1_200))
        var client = ClientHealth(
            name: "opentelemetry.instrumentation.openai_v2", version: "2.4b0", dialect: .openTelemetry)
        client.spans = 1_204_118
        client.lint = [.totalMismatch: 12]
        client.example = TraceID(high: 0x4F1C_9A00_0000_0000, low: 7)
        bot.clients = [client]
        bot.irregular = ["cached tokens left out of the input": 40]
        var silent = SourceHealth(service: "billing-\u{202E}bot", environment: "prod", lastSeen: Scene.ago(42))
        silent.spans = 812
        silent.clients = [
            ClientHealth(name: "openinference.instrumentation.langchain", version: "0.1.80", dialect: .openInference)
        ]
        var skewed = SourceHealth(service: "search", environment: "staging", lastSeen: Scene.ago(0))
        (skewed.spans, skewed.spansPerSecond, skewed.shortestDelay, skewed.late) = (9_000, 3, .seconds(-95), 400)
        skewed.latePerSecond = 3 * 400 / 9_000
        health.sources = [silent, skewed, bot]
        health.refusals = [RefusalCount(reason: "traces: a trace id is not 16 bytes", count: 31, last: Scene.ago(3))]
        return health
    }()

    fileprivate static var source: FakeSource {
        var source = Scene.calm
        source.health = health
        return source
    }

    @Test("who sends, what is wrong, what was refused", arguments: [(80, 24), (120, 40), (200, 60), (60, 16)])
    func look(width: Int, height: Int) {
        for glyphs in [GlyphSet.braille, .ascii] {
            var session = Session(
                Self.source, width: width, height: height, settings: ConsoleSettings(glyphs: glyphs))
            session.press(":health<enter>j")
            expectSnapshot(session.canvas, "health/busy", variant: glyphs == .braille ? nil : glyphs.rawValue)
        }
    }

    @Test("a store to which nothing was sent")
    func empty() {
        var session = Session(Scene.empty)
        session.press(":health<enter>")
        #expect(session.shows("nothing was sent yet") || session.shows("nothing was counted yet"))
    }

    @Test("Esc leads back, and moving stays within the sources")
    func moving() {
        var session = Session(Self.source)
        session.press(":health<enter>jjjjjj<end><home>kk")
        #expect(session.shows("▸billing-"))
        session.press("<esc>")
        #expect(!session.shows("LAST SEEN"))
    }

    @Test("a clock is ahead when spans come before they end, and nothing is said of delays that exporters have")
    func skew() {
        var source = SourceHealth(service: "a", environment: "b", lastSeen: Scene.now)
        #expect(source.clockSkew == nil)
        source.shortestDelay = .seconds(5)
        #expect(source.clockSkew == nil)
        source.shortestDelay = .seconds(-3)
        #expect(source.clockSkew == .seconds(3))
        source.shortestDelay = .hours(1)
        #expect(source.clockSkew == .hours(-1))
    }

    @Test("what is kept is what was counted")
    func json() {
        #expect(IngestHealth(Self.health.json) == Self.health)
        #expect(IngestHealth(["since": "yesterday"]) == nil)
        #expect(
            IngestHealth(["since": "2026-11-24T03:12:44Z", "written": "2026-11-24T03:12:44Z", "sources": [7]])?.sources
                == [])
    }
}

extension HealthTests {
    @Test("calls that gave the same response twice are told, with a trace")
    func doubled() {
        var source = Self.source
        source.calls = (1...2).compactMap { number in
            SpanID(UInt64(number)).map { span in
                var row = RequestRow(
                    traceID: TraceID(high: 7, low: 9), spanID: span, start: Scene.ago(1), end: Scene.ago(1))
                (row.isCounted, row.call.service, row.call.responseID) = (true, "support-bot", "chatcmpl-1")
                row.call.usage = TokenUsage(input: 10, output: 5)
                return row
            }
        }
        var session = Session(source)
        session.press(":health<enter>")
        #expect(session.shows("counted twice"))
        #expect(session.shows("repeated response"))
    }
}
