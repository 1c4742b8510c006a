import Conventions
import Domain
import Foundation
import Testing

@testable import Storage

/// An exported incident against the store that it came from.
@Suite struct IncidentTests {
    /// An hour around midnight, in which half of the traces begin or end.
    private static let range = TimeRange(
        from: Timestamp(rfc3339: "2026-11-23T23:10:00Z") ?? Timestamp(nanoseconds: 0),
        to: Timestamp(rfc3339: "2026-11-24T03:40:00Z") ?? Timestamp(nanoseconds: 0))

    /// A store of traces over three days, in many segments, with scores, log records, metrics and feedback.
    private struct Scene {
        let store = TemporaryStore()
        let file: String
        let samples: [SampleSpan]

        init() throws {
            file = store.path + ".incident.db"
            var random = SeededGenerator(seed: 11)
            samples = ArrivalOrderTests.samples(&random)
            var options = TemporaryStore.options
            options.segmentSpans = 50
            let writer = try store.writer(options)
            for start in stride(from: 0, to: samples.count, by: 20) {
                let batch = Array(samples[start..<min(samples.count, start + 20)])
                let logs = batch.prefix(3).map { $0.encoded + Array(" said anna@example.com".utf8) }
                let scores = batch.prefix(5).map { span in
                    var score = Score(name: "quality", time: span.end, service: "judge", environment: "prod")
                    (score.value, score.traceID, score.spanID) = (Double(span.id % 7), span.traceID, SpanID(span.id))
                    score.explanation = "as anna@example.com said"
                    return score
                }
                var telemetry = Telemetry(batch, logs: logs, scores: scores)
                telemetry.metrics = (0..<30).map { Scene.point($0, stream: UInt64(start)) }
                try writer.store(telemetry)
            }
            var lost = Score(
                name: "quality", time: IncidentTests.range.from.advanced(by: .minutes(3)), service: "judge",
                environment: "prod")
            (lost.value, lost.responseID) = (0.5, "never seen")
            try writer.store(Telemetry([], scores: [lost]))
            let control = try ControlStore(writer, clock: FixedClock())
            for (index, span) in samples.enumerated() where index % 12 == 0 {
                let caller = Caller(kind: .user, principal: "os:anna")
                var generator = SystemRandomNumberGenerator()
                let draft = FeedbackDraft(
                    traceID: span.traceID, spanID: SpanID(span.id), rating: index % 24 == 0 ? .up : .down,
                    note: "call 10.1.2.3")
                let command = CommandIdentity(
                    caller: caller, key: IdempotencyKey(using: &generator), request: [Array(draft.json.text.utf8)])
                _ = try control.commit(command) { transaction in
                    let call = try #require(try control.call(draft.traceID, draft.spanID))
                    return try transaction.give(draft, of: call).json
                }
            }
            for (minutes, text) in [(5, "deploy 4711 by anna@example.com"), (-90, "deploy 4710"), (-2000, "long ago")] {
                var generator = SystemRandomNumberGenerator()
                let draft = MarkDraft(
                    text: text, service: "bot", time: IncidentTests.range.from.advanced(by: .minutes(Int64(minutes))))
                let command = CommandIdentity(
                    caller: Caller(kind: .user, principal: "os:ci"), key: IdempotencyKey(using: &generator),
                    request: [Array(text.utf8)])
                _ = try control.commit(command) { try $0.mark(draft).json }
            }
            while try writer.control.withFile({ try $0.number("SELECT count(*) FROM unfiled") }) != 0 { writer.flush() }
            control.stop()
            writer.close()
        }

        static func point(_ minute: Int64, stream: UInt64) -> MetricObservation {
            let time = IncidentTests.range.from.advanced(by: .minutes(minute * 5 - 30))
            return MetricObservation(
                point: MetricPoint(
                    name: "vllm:generation_tokens_total", unit: "", kind: .sum, service: "vllm", environment: "prod",
                    labels: [], stream: stream, start: 1, time: UInt64(clamping: time.nanoseconds),
                    value: .amount(Double(minute) * 100, isDifference: false)), time: time)
        }

        func export(_ range: TimeRange = IncidentTests.range, mask: TelemetryMask? = nil) throws -> Incident? {
            try store.reader().exportIncident(range, to: file, resolver: { Interpreter.resolve($0) }, mask: mask) { _ in
                true
            }
        }

        func incident() throws -> StoreReader {
            try StoreReader(path: file, decode: .test) { span, _ in
                var contents = SpanContents()
                contents.input = [Message(role: "user", parts: [.text(String(decoding: span.encoded, as: UTF8.self))])]
                return contents
            }
        }

        func remove() { unlink(file) }
    }

    @Test func itsNumbersAreThoseOfTheStore() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let incident = try #require(try scene.export())
        let (store, file) = (try scene.store.reader(), try scene.incident())
        let wanted = Set(scene.samples.filter { Self.range.contains($0.end) }.map(\.traceID))
        #expect(!wanted.isEmpty && wanted.count < Set(scene.samples.map(\.traceID)).count)
        #expect(incident.traces == Int64(wanted.count))
        #expect(incident.spans == Int64(scene.samples.count { wanted.contains($0.traceID) }))
        #expect(incident.scores > 0 && incident.feedback > 0 && incident.logs > 0 && incident.damage == nil)

        for by in [[], [.model], [.release], [.service, .model, .release], [.prompt], [.operation]]
            as [[Domain.Dimension]]
        {
            let query = StatsQuery(range: Self.range, by: by, at: Self.range.to)
            let expected = try store.stats(query)
            #expect(expected.total.calls > 0)
            #expect(try file.stats(query) == expected)
        }
        let byUser = StatsQuery(
            range: Self.range, by: [.user], filter: try Filter(parsing: "model:gpt-4o"), at: Self.range.to)
        #expect(try file.stats(byUser) == store.stats(byUser))
        let requests = RequestsQuery(range: Self.range, limit: 1000)
        #expect(Set(try file.requests(requests)) == Set(try store.requests(requests)))
        let metrics = MetricsQuery(range: Self.range, step: .minutes(10), at: Self.range.to)
        #expect(try !store.metrics(metrics).isEmpty)
        #expect(try file.metrics(metrics) == store.metrics(metrics))
        // What was changed shortly before belongs to it, what was changed days before does not.
        let later = Timestamp(nanoseconds: .max)
        let dayBefore = TimeRange(from: Self.range.from.advanced(by: .days(-1)), to: Self.range.to)
        #expect(try file.marks(Self.range, at: later) == store.marks(Self.range, at: later))
        let said = try file.marks(dayBefore, at: later).filter { $0.kind == .deploy }
        #expect(said == (try store.marks(dayBefore, at: later).filter { $0.kind == .deploy }))
        #expect(said.count == 2 && incident.marks == 2)
        for trace in wanted {
            let (a, b) = (try #require(try file.trace(trace)), try #require(try store.trace(trace)))
            #expect(a.spans.map(\.row) == b.spans.map(\.row))
            #expect(a.spans.map { Array($0.span.encoded) } == b.spans.map { Array($0.span.encoded) })
            #expect(
                a.spans.map { $0.logs.map { Array($0.encoded) } } == b.spans.map { $0.logs.map { Array($0.encoded) } })
            #expect(try file.feedback(of: trace) == store.feedback(of: trace))
        }
        #expect(file.check(within: 60) == [])
    }

    @Test func isOneSealedFileOfItsOwner() throws {
        let scene = try Scene()
        defer { scene.remove() }
        _ = try scene.export()
        let status = try #require(FileSystem.status(scene.file))
        #expect(status.st_mode & 0o777 == 0o600)
        for more in ["-wal", "-shm", "-journal", ".partial"] { #expect(!FileSystem.exists(scene.file + more)) }
        let reader = try scene.incident()
        _ = try reader.stats(StatsQuery(range: Self.range, at: Self.range.to))
        #expect(!reader.readsCopies)
        #expect(throws: StoreError.alreadyThere(path: scene.file)) { _ = try scene.export() }
    }

    @Test func whoEndsItLeavesNothing() throws {
        let scene = try Scene()
        let ended = try scene.store.reader().exportIncident(
            Self.range, to: scene.file, resolver: { Interpreter.resolve($0) }
        ) { _ in false }
        #expect(ended == nil)
        #expect(!FileSystem.exists(scene.file) && !FileSystem.exists(scene.file + ".partial"))
    }

    @Test func anIncidentOfAnIncidentIsTheSame() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let first = try scene.export()
        let again = scene.file + ".again.db"
        defer { unlink(again) }
        let second = try scene.incident().exportIncident(Self.range, to: again, resolver: { Interpreter.resolve($0) }) {
            _ in
            true
        }
        #expect(second?.spans == first?.spans && second?.scores == first?.scores && second?.logs == first?.logs)
        #expect(second?.feedback == first?.feedback)
    }

    @Test func aMaskReachesEveryText() throws {
        let scene = try Scene()
        defer { scene.remove() }
        @Sendable func masked(_ text: String) -> String {
            text.replacingOccurrences(of: "anna@example.com", with: "MASKED").replacingOccurrences(
                of: "10.1.2.3", with: "MASKED"
            ).replacingOccurrences(of: "support-bot", with: "bot")
        }
        @Sendable func masked(_ parts: EncodedParts) -> EncodedParts? {
            var parts = parts
            parts.message =
                parts.message.prefix(24)
                + Array(masked(String(decoding: parts.message.dropFirst(24), as: UTF8.self)).utf8)
            return parts
        }
        _ = try scene.export(
            mask: TelemetryMask {
                masked($0)
            } span: {
                masked($0)
            } log: {
                masked($0)
            })
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scene.file))
        for text in ["anna@example.com", "10.1.2.3", "support-bot"] {
            #expect(bytes.range(of: Data(text.utf8)) == nil)
        }
        let (store, file) = (try scene.store.reader(), try scene.incident())
        let query = StatsQuery(range: Self.range, by: [.model], at: Self.range.to)
        #expect(try file.stats(query) == store.stats(query))
        let trace = try #require(scene.samples.first { Self.range.contains($0.end) }?.traceID)
        #expect(try file.trace(trace)?.spans.allSatisfy { $0.row.call.service == "bot" } == true)
    }
}
