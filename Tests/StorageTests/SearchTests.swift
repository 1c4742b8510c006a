import Domain
import Foundation
import Testing

@testable import Storage

/// Lists of calls against the same made from the spans themselves.
@Suite struct SearchTests {
    private let start = Timestamp(rfc3339: "2026-11-24T10:00:00Z") ?? Timestamp(nanoseconds: 0)
    private var range: TimeRange { TimeRange(from: start, to: start.advanced(by: .hours(3))) }

    /// Traces of a root that knows session, release and prompt and ends last, and the calls below it.
    private func traces(_ count: UInt64, seed: UInt64) -> [SampleSpan] {
        var random = SeededGenerator(seed: seed)
        return (1...count).flatMap { trace -> [SampleSpan] in
            let begin = start.advanced(by: .milliseconds(Int64(trace) * 900))
            var root = SampleSpan(trace, trace * 10, at: begin)
            (root.operation, root.milliseconds, root.model) = (.invokeAgent, 9000, nil)
            (root.session, root.user) = ("session-\(trace % 40)", trace % 3 == 0 ? nil : "user-\(trace % 200)")
            (root.release, root.prompt) = ("app@r\(trace % 4)", trace % 2 == 0 ? "answer" : nil)
            return (1...3 as ClosedRange<UInt64>).map { step in
                var call = SampleSpan(trace, trace * 10 + step, parent: trace * 10, at: begin)
                call.milliseconds = Int64.random(in: 1..<8000, using: &random)
                call.model = trace == 617 ? "rare-model" : "model-\(UInt64.random(in: 0..<5, using: &random))"
                call.isError = Int.random(in: 0..<30, using: &random) == 0
                (call.input, call.cost) = (Int64.random(in: 0..<5000, using: &random), Int64(trace * 7 % 900) * 1000)
                call.service = "service-\(trace % 7)"
                call.text = trace % 200 == 0 ? "Please REFUND me" : "good day"
                return call
            } + [root]
        }
    }

    /// Children and roots come in requests of their own, roots much later.
    private func store(_ samples: [SampleSpan], segmentSpans: Int64 = 1700) throws -> TemporaryStore {
        var options = TemporaryStore.options
        options.segmentSpans = segmentSpans
        let store = TemporaryStore()
        var writer = try store.writer(options)
        let late = samples.filter { $0.operation == .invokeAgent }
        let early = samples.filter { $0.operation == .chat }
        for (index, part) in [early, late].enumerated() {
            for first in stride(from: 0, to: part.count, by: 700) {
                try writer.store(Telemetry(Array(part[first..<min(first + 700, part.count)])))
            }
            if index == 0 {
                writer.close()
                writer = try store.writer(options)
            }
        }
        writer.close()
        return store
    }

    @Test(arguments: [
        "", "model:rare-model", "model:model-1,rare*", "-model:model-*", "session:session-7", "user:user-1*",
        "user:unknown", "release:r2", "release:app@r3 status:error", "prompt:answer", "prompt:answer@7 -status:error",
        "prompt:unknown model:model-2", "service:service-3 latency>2s", "error:timeout", "error:unknown model:model-4",
        "session:session-3 model:model-0", "model:nobody", "dialect:otel* tokens>4000", "finish:stop model:rare-model",
        "finish:length", "kind:unspecified model:rare-model", "\"refund\"", "\"refund\" session:session-20",
        "-\"good day\"", "tool:unknown model:rare-model", "env:prod user:user-10",
    ])
    func whatIsFoundIsWhatMatches(text: String) throws {
        let samples = traces(1000, seed: 3)
        let reader = try Self.shared.reader(for: samples) { try store(samples) }
        let filter = try Filter(parsing: text)
        let calls = Reference(samples).calls.filter { Self.matches($0, filter) && range.contains($0.sample.end) }
        for order in RequestsQuery.Order.allCases {
            func rank(_ span: SampleSpan) -> (Int64, Int64, Timestamp) {
                switch order {
                case .newest: (0, 0, span.end)
                case .oldest: (0, -span.end.nanoseconds, span.end)
                case .slowest: (0, span.milliseconds, span.end)
                case .costliest: (0, span.cost ?? -1, span.end)
                case .worst: (span.isError ? 1 : 0, span.milliseconds, span.end)
                }
            }
            let wanted = calls.map { rank($0.sample) }.sorted(by: >)
            let query = RequestsQuery(range: range, filter: filter, order: order, limit: 60, longest: .seconds(60))
            let page = try reader.requests(query, watch: { _ in true })
            #expect(page.coverage == .complete)
            #expect(page.hasMore == (wanted.count > 60))
            let ids = Dictionary(samples.map { ($0.id, $0) }) { first, _ in first }
            let found = page.rows.compactMap { ids[$0.spanID.value] }.map(rank)
            #expect(found.elementsEqual(wanted.prefix(60), by: ==))
        }
        let whole = RequestsQuery(range: range, filter: filter, limit: .max, longest: .seconds(60))
        #expect(Set(try reader.requests(whole).map(\.spanID.value)) == Set(calls.map(\.sample.id)))
        let stats = try reader.stats(StatsQuery(range: range, filter: filter, at: range.to))
        #expect(stats.total.calls == Int64(calls.count))
    }

    /// What a term means, said once more.
    private static func matches(_ call: Reference.Counted, _ filter: Filter) -> Bool {
        filter.terms.allSatisfy { term in
            func one(_ value: String?, _ wanted: [String], _ parts: [String?] = []) -> Bool {
                wanted.contains { want in
                    if value == nil { return want == "unknown" }
                    return ([value] + parts).contains { $0.map { TextPattern(want).matches($0) } ?? false }
                }
            }
            let (sample, context) = (call.sample, call.context)
            let holds: Bool =
                switch term.condition {
                case .equals(.model, let values): one(sample.model, values)
                case .equals(.session, let values): one(context.session, values)
                case .equals(.user, let values): one(context.user, values)
                case .equals(.service, let values): one(sample.service, values)
                case .equals(.environment, let values): one("prod", values)
                case .equals(.error, let values): one(sample.isError ? "timeout" : nil, values)
                case .equals(.release, let values):
                    one(context.release, values, [context.release?.split(separator: "@").last.map(String.init)])
                case .equals(.prompt, let values):
                    one(context.promptName.map { $0 + "@7" }, values, [context.promptName])
                case .says(.finish, let values): one("stop", values)
                case .says(.dialect, let values): one("otel", values) || one("openTelemetry", values)
                case .says(.kind, let values): one("unspecified", values)
                case .says(_, let values): one(nil, values)
                case .failed(let failed): sample.isError == failed
                case .compares(.latency, _, let seconds): Double(sample.milliseconds) / 1000 > seconds
                case .compares(_, _, let number): Double((sample.input ?? 0) + (sample.output ?? 0)) > number
                case .contains(let text): sample.text.lowercased().contains(text.lowercased())
                default: false
                }
            return holds != term.isNegated
        }
    }

    private static let shared = SharedStore()

    @Test func aSearchCanBeEndedAndSaysHowFarItCame() throws {
        let samples = traces(1000, seed: 3)
        let reader = try store(samples).reader()
        let filter = try Filter(parsing: "\"nothing says this\"")
        let stopped = RequestsQuery(range: range, filter: filter, longest: Nanoseconds(0))
        let page = try reader.requests(stopped, watch: { _ in true })
        #expect(page.rows.isEmpty && !page.hasMore)
        guard case .partial(let read, let total) = page.coverage else {
            Issue.record("coverage is \(page.coverage)")
            return
        }
        #expect(read < total && total >= 3000)
    }

    @Test func whatALogSaysIsFoundWithItsSpan() throws {
        let spans = (1...300 as ClosedRange<UInt64>).map { SampleSpan($0, $0, at: start) }
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(
            Telemetry([], logs: spans.map { $0.encoded + Array("answer \($0.id == 40 ? "Straße" : "none")".utf8) }))
        try writer.store(Telemetry(spans))
        let query = RequestsQuery(range: range, filter: Filter([FilterTerm(.contains("STRAßE"))]))
        #expect(try store.reader().requests(query).map(\.spanID.value) == [40])
        writer.close()
    }

    @Test func aSessionIsFoundFromAnyMomentOfItsLife() throws {
        let samples = traces(1000, seed: 3)
        let reader = try Self.shared.reader(for: samples) { try store(samples) }
        let calls = Reference(samples).calls.filter { $0.context.session == "session-7" }
        for near in [start.advanced(by: -.hours(30)), start, range.to] {
            let session = try reader.session(SessionQuery(session: "session-7", near: near))
            #expect(session.isComplete)
            #expect(session.turns.count == Set(calls.map(\.sample.trace)).count)
            #expect(session.turns.reduce(0) { $0 + $1.calls } == calls.count)
            #expect(session.turns.map(\.start) == session.turns.map(\.start).sorted())
        }
        let few = try reader.session(SessionQuery(session: "session-7", near: start, limit: 5))
        #expect(few.turns.count == 5 && !few.isComplete)
        #expect(few.turns.map(\.traceID) == SampleSpan.traces(of: calls).prefix(5).map { $0 })
        #expect(try reader.session(SessionQuery(session: "nobody", near: start)).turns.isEmpty)
    }

    @Test func theVocabularyIsMostFrequentFirst() throws {
        let samples = traces(1000, seed: 3)
        let reader = try Self.shared.reader(for: samples) { try store(samples) }
        let words = try reader.vocabulary(range)
        #expect(words.values[.model]?.count == 6 && words.values[.model]?.last == "rare-model")
        #expect(words.values[.session]?.count == 40)
        #expect(words.values[.error] == ["timeout"])
        #expect(words.values[.release]?.sorted() == ["app@r0", "app@r1", "app@r2", "app@r3"])
        #expect(words.facts[.finish] == ["stop"])
    }
}

/// One store for many tests, as filling it takes a while.
private final class SharedStore: @unchecked Sendable {
    // Guarded by the lock; the reader is made anew for each test, as it belongs to one thread.
    private let lock = NSLock()
    private var store: TemporaryStore?

    func reader(for samples: [SampleSpan], _ make: () throws -> TemporaryStore) throws -> StoreReader {
        lock.lock()
        defer { lock.unlock() }
        let store = try store ?? make()
        self.store = store
        return try store.reader()
    }
}

extension SampleSpan {
    /// The traces of calls, oldest first.
    fileprivate static func traces(of calls: [Reference.Counted]) -> [TraceID] {
        calls.map(\.sample).sorted { $0.start < $1.start }.map(\.traceID).reduce(into: []) {
            if $0.last != $1 { $0.append($1) }
        }
    }
}
