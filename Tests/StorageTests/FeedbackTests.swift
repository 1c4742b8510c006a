import Domain
import Testing

@testable import Storage

/// What people say of calls: durable at once, counted once, replaced and taken back everywhere.
@Suite struct FeedbackTests {
    /// A store with one call, below an agent.
    private struct Scene {
        let store = TemporaryStore()
        let writer: StoreWriter
        let control: ControlStore
        let call: SampleSpan

        init() throws {
            var root = SampleSpan(1, 10, at: "2026-11-24T11:00:00Z")
            (root.operation, root.release, root.milliseconds) = (.invokeAgent, "r42", 20_000)
            call = SampleSpan(1, 11, parent: 10, at: "2026-11-24T11:00:01Z")
            writer = try store.writer()
            try writer.store(Telemetry([root, call]))
            control = try ControlStore(writer, clock: FixedClock())
        }

        func close() {
            control.stop()
            writer.close()
        }

        func give(_ draft: FeedbackDraft, by name: String = "anna", key: String? = nil) throws -> Feedback {
            let caller = Caller(kind: .user, principal: "os:" + name, userID: 1000, processID: 42, terminal: "pts/3")
            let command = FeedbackTests.command(caller, key, draft.json)
            let json = try control.commit(command) { transaction in
                let call = try #require(try control.call(draft.traceID, draft.spanID))
                return try transaction.give(draft, of: call).json
            }
            return try #require(Feedback(json))
        }

        func takeBack(_ id: FeedbackID, by name: String = "anna") throws {
            let caller = Caller(kind: .user, principal: "os:" + name)
            _ = try control.commit(FeedbackTests.command(caller, nil, .string(id.description))) {
                try $0.takeBack(id).json
            }
        }

        /// The scores of the call, once everything is filed.
        func ratings() throws -> [Double?] {
            try waitUntilFiled()
            let reader = try store.reader()
            let rows = try reader.requests(RequestsQuery(range: ArrivalOrderTests.range))
            let total = try reader.stats(StatsQuery(range: ArrivalOrderTests.range, at: ArrivalOrderTests.range.to))
            let scores = rows.flatMap(\.scores)
            let values = scores.compactMap(\.value)
            let summary = total.total.scores["feedback"]
            #expect(summary?.count ?? 0 == Int64(values.count))
            #expect(summary?.sum ?? 0 == values.reduce(0, +))
            #expect(scores.allSatisfy { $0.source == "human" && $0.name == "feedback" })
            return scores.map(\.value)
        }

        func waitUntilFiled() throws {
            while try writer.control.withFile({ try $0.number("SELECT count(*) FROM unfiled") }) != 0 {
                writer.flush()
            }
        }

        func draft(_ rating: Rating?, correction: String? = nil) -> FeedbackDraft {
            FeedbackDraft(traceID: call.traceID, rating: rating, correction: correction)
        }
    }

    private static func command(_ caller: Caller, _ key: String?, _ body: JSON) -> CommandIdentity {
        var generator = SystemRandomNumberGenerator()
        let key = key.flatMap { IdempotencyKey($0) } ?? IdempotencyKey(using: &generator)
        return CommandIdentity(caller: caller, key: key, request: [Array(body.text.utf8)])
    }

    @Test func aRatingIsAScoreOfItsCallOnce() throws {
        let scene = try Scene()
        let feedback = try scene.give(scene.draft(.up))
        #expect(feedback.spanID == SpanID(11))  // the only LLM call of the trace
        #expect(feedback.principal == "os:anna")
        #expect(try scene.ratings() == [1])
        scene.close()
    }

    @Test func theSecondRatingReplacesTheFirstAndTakingBackRemovesIt() throws {
        let scene = try Scene()
        let first = try scene.give(scene.draft(.up, correction: "42"))
        #expect(try scene.ratings() == [1])
        let second = try scene.give(scene.draft(.down))
        #expect(second.id == first.id)
        #expect(second.correction == "42")
        #expect(try scene.ratings() == [0])
        _ = try scene.give(scene.draft(.up), by: "berta")
        #expect(try scene.ratings().count == 2)
        try scene.takeBack(first.id)
        #expect(try scene.ratings() == [1])
        #expect(try scene.store.reader().feedback(of: scene.call.traceID).map(\.principal) == ["os:berta"])
        scene.close()
    }

    @Test func aSpanThatComesLaterMovesItToTheNewSeriesOnce() throws {
        let scene = try Scene()
        _ = try scene.give(scene.draft(.up))
        #expect(try scene.ratings() == [1])
        // The root that is above the agent says another release.
        var root = SampleSpan(1, 9, at: "2026-11-24T10:59:59Z")
        root.operation = nil
        try scene.writer.store(Telemetry([root]))
        #expect(try scene.ratings() == [1])
        _ = try scene.give(scene.draft(.down))
        #expect(try scene.ratings() == [0])
        scene.close()
    }

    @Test func aCallOfASealedDayIsRatedToo() throws {
        let scene = try Scene()
        let old = SampleSpan(7, 70, at: "2026-11-20T11:00:00Z")
        try scene.writer.store(Telemetry([old]))
        _ = try scene.give(FeedbackDraft(traceID: old.traceID, spanID: SpanID(70), rating: .down))
        try scene.waitUntilFiled()
        let trace = try #require(try scene.store.reader().trace(old.traceID))
        #expect(trace.spans.flatMap(\.row.scores).map(\.value) == [0])
        scene.close()
    }

    @Test func theSameCommandAgainChangesNothingAndTheKeyIsForThatCommandOnly() throws {
        let scene = try Scene()
        let first = try scene.give(scene.draft(.up), key: "k1")
        #expect(try scene.give(scene.draft(.up), key: "k1") == first)
        let changes = try scene.writer.control.withFile { try $0.number("SELECT count(*) FROM audit") }
        #expect(changes == 1)
        let refusal = #expect(throws: ControlRefusal.self) { try scene.give(scene.draft(.down), key: "k1") }
        #expect(refusal?.reason == .keyReused)
        #expect(try scene.ratings() == [1])
        // Another person's key of the same name is another key.
        _ = try scene.give(scene.draft(.down), by: "berta", key: "k1")
        scene.close()
    }

    @Test func onlyWhoGaveItTakesItBack() throws {
        let scene = try Scene()
        let feedback = try scene.give(scene.draft(.up))
        let refusal = #expect(throws: ControlRefusal.self) { try scene.takeBack(feedback.id, by: "berta") }
        #expect(refusal?.reason == .notAllowed)
        #expect(try scene.ratings() == [1])
        try scene.takeBack(feedback.id)
        let gone = #expect(throws: ControlRefusal.self) { try scene.takeBack(feedback.id) }
        #expect(gone?.reason == .notFound)
        #expect(try scene.ratings() == [])
        scene.close()
    }

    @Test func whatWasNotFiledIsFiledByTheNextProcess() throws {
        let scene = try Scene()
        scene.control.stop()
        let feedback = try scene.give(scene.draft(.down))
        #expect(try scene.writer.control.withFile { try $0.number("SELECT count(*) FROM unfiled") } == 1)
        scene.writer.close()
        let writer = try scene.store.writer()
        let control = try ControlStore(writer, clock: FixedClock())
        while try writer.control.withFile({ try $0.number("SELECT count(*) FROM unfiled") }) != 0 { writer.flush() }
        let reader = try scene.store.reader()
        #expect(try reader.requests(RequestsQuery(range: ArrivalOrderTests.range)).flatMap(\.scores).count == 1)
        #expect(try reader.feedback(of: scene.call.traceID) == [feedback])
        control.stop()
        writer.close()
    }

    @Test func theHistoryStays() throws {
        let scene = try Scene()
        let feedback = try scene.give(scene.draft(.up))
        try scene.takeBack(feedback.id)
        try scene.writer.control.withFile { file in
            let rows = try file.statement("SELECT action, uid, tty FROM audit ORDER BY sequence")
            var actions: [String?] = []
            while try rows.step() { actions.append(rows.text(0)) }
            rows.reset()
            #expect(actions == ["feedback.give", "feedback.take_back"])
            for change in ["UPDATE audit SET principal = 'x'", "DELETE FROM audit"] {
                #expect(throws: StoreError.self) { try file.execute(change) }
            }
        }
        scene.close()
    }

    @Test func theViewShowsWhatStands() throws {
        let scene = try Scene()
        _ = try scene.give(scene.draft(.up, correction: "the parcel is at the door"))
        let rows = try scene.store.reader().sql(
            "SELECT rating, correction, principal FROM feedback", range: ArrivalOrderTests.range, timeout: 10)
        #expect(rows.rows == [[1, "the parcel is at the door", "os:anna"]])
        scene.close()
    }

    @Test func readersNoticeIt() throws {
        let scene = try Scene()
        let reader = try scene.store.reader()
        let before = try reader.version()
        #expect(try reader.version() == before)
        _ = try scene.give(scene.draft(nil, correction: "42"))
        #expect(try reader.version() != before)
        scene.close()
    }
}
