import Domain
import Testing

@testable import Storage

/// Exports that are interrupted and go on, and the views of SQL.
@Suite struct ExportTests {
    private static let range = ArrivalOrderTests.range

    private func stored() throws -> TemporaryStore {
        var random = SeededGenerator(seed: 5)
        let samples = ArrivalOrderTests.samples(&random)
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.segmentSpans = 40
        let writer = try store.writer(options)
        for start in stride(from: 0, to: samples.count, by: 16) {
            let batch = Array(samples[start..<min(samples.count, start + 16)])
            let scores = batch.map { span in
                var score = Score(name: "quality", time: span.end, service: "judge", environment: "prod")
                (score.value, score.traceID, score.spanID) = (1, span.traceID, SpanID(span.id))
                return score
            }
            try writer.store(Telemetry(batch, scores: scores))
        }
        writer.close()
        return store
    }

    @Test func anExportCutAnywhereGoesOnWithNothingLostOrTwice() throws {
        let store = try stored()
        var all: [RequestRow] = []
        var places = 0
        #expect(
            try store.reader().exportRequests(Self.range, .all, after: nil) { rows, _ in
                all += rows
                places += 1
                return true
            } == nil)
        #expect(places > 3 && Set(all.map(\.spanID)).count == all.count && !all.isEmpty)
        for cut in 1...places {
            var (rows, left, reached) = ([RequestRow](), cut, ExportPlace?.none)
            _ = try store.reader().exportRequests(Self.range, .all, after: nil) { more, place in
                rows += more
                left -= 1
                reached = place
                return left > 0
            }
            _ = try store.reader().exportRequests(Self.range, .all, after: reached) { more, _ in
                rows += more
                return true
            }
            #expect(rows == all, "cut after \(cut)")
        }
    }

    @Test func scoresGoOnAfterEveryRow() throws {
        let store = try stored()
        var all: [Score] = []
        _ = try store.reader().exportScores(Self.range, after: nil) { rows, _ in
            all += rows
            return true
        }
        #expect(!all.isEmpty)
        let name = try #require(try store.reader().names(Self.range).first)
        for row in Int64(0)...5 {
            var rest: [Score] = []
            _ = try store.reader().exportScores(
                Self.range, after: ExportPlace(segment: name.fileName, row: row)
            ) { rows, _ in
                rest += rows
                return true
            }
            #expect(rest == Array(all.suffix(rest.count)) && all.count - rest.count <= Int(row))
        }
    }

    @Test func everyViewIsThere() throws {
        let reader = try stored().reader()
        for view in [
            "calls", "spans", "messages", "documents", "scores", "feedback", "minutes", "hours", "metrics",
            "prompts", "releases", "audit",
        ] {
            #expect(StoreReader.viewDocumentation.contains("  \(view)"))
            let rows = try reader.sql("SELECT count(*) FROM \(view)", range: Self.range, timeout: 60).rows
            #expect(rows.count == 1, "\(view)")
        }
    }

    @Test func theModelIsTheOneThatAnsweredElseTheOneAskedFor() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        var (asked, silent) = (
            SampleSpan(1, 1, at: "2026-11-24T11:00:00Z"), SampleSpan(2, 2, at: "2026-11-24T11:00:00Z")
        )
        (asked.model, silent.model) = ("gpt-4o", nil)
        var telemetry = Telemetry([asked, silent])
        telemetry.spans[0].call.responseModel = "gpt-4o-2024-08-06"
        var third = Telemetry([SampleSpan(3, 3, at: "2026-11-24T11:00:00Z")])
        third.spans[0].call.responseModel = nil
        try writer.store(telemetry)
        try writer.store(third)
        writer.close()
        let rows = try store.reader().sql(
            "SELECT model, request_model FROM calls ORDER BY trace_id", range: Self.range, timeout: 60
        ).rows
        #expect(Set(rows) == [["gpt-4o-2024-08-06", "gpt-4o"], [.null, .null], ["gpt-4o", "gpt-4o"]])
    }
}
