import Domain
import Testing

@testable import Storage

/// Prompts and releases as people push, label, review, make and choose them.
@Suite struct RegistryTests {
    private let store = TemporaryStore()
    private static let noon = FixedClock().time

    /// The control part of the store, and who is at it.
    private final class Scene {
        let writer: StoreWriter
        let control: ControlStore
        init(_ store: TemporaryStore) throws {
            writer = try store.writer()
            control = try ControlStore(writer, clock: FixedClock())
        }
        deinit {
            control.stop()
            writer.close()
        }

        func run<Value>(as name: String = "anna", _ body: (ControlTransaction) throws -> Value) throws -> Value {
            var generator = SystemRandomNumberGenerator()
            let command = CommandIdentity(
                caller: Caller(kind: .user, principal: "os:" + name), key: IdempotencyKey(using: &generator),
                request: [])
            var value: Value?
            _ = try control.commit(command) {
                value = try body($0)
                return .null
            }
            return try #require(value)
        }

        func push(_ text: String, as name: String = "anna", model: String? = "gpt-4o") throws -> PromptVersion {
            let prompt = Prompt(
                name: "answer", messages: [PromptMessage(role: "system", text: text)], model: model,
                parameters: ["temperature": .number(0.5)], retrievalIndex: "kb@12")
            return try run(as: name) { try $0.push(PromptPushDraft(prompt: prompt, message: "because", commit: "abc")) }
        }

        func label(_ version: Int, _ label: String = "production", isProtected: Bool = true) throws -> PromptLabelMove {
            try run {
                try $0.move(
                    PromptLabelDraft(label: label, version: version, reason: "better"), of: "answer",
                    isProtected: isProtected)
            }
        }

        func approve(_ version: PromptVersion, as name: String) throws -> PromptReview {
            let draft = PromptReviewDraft(verdict: .approve, comment: "", digest: version.digest)
            return try run(as: name) { try $0.review(draft, version.number, of: "answer") }
        }

        func release(_ version: Int, model: String? = nil) throws -> RegisteredRelease {
            try run {
                try $0.create(ReleaseDraft(prompt: PromptReference(name: "answer", .number(version)), model: model))
            }
        }
    }

    private func refusal(_ body: () throws -> some Any) -> ControlRefusal.Reason? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? ControlRefusal)?.reason
        }
    }

    @Test func versionsAreNumberedAndNeverChange() throws {
        let scene = try Scene(store)
        let first = try scene.push("a")
        #expect(refusal { try scene.push("a") } == .moved)
        let second = try scene.push("b")
        let third = try scene.push("a")
        #expect([first, second, third].map(\.number) == [1, 2, 3])
        #expect(first.digest == third.digest)
        let reader = try store.reader()
        #expect(try reader.promptVersion("answer", 2) == second)
        #expect(try reader.promptVersion(PromptReference(name: "answer"), at: Self.noon) == third)
        #expect(try reader.promptHistory("answer", at: Self.noon.advanced(by: .seconds(-1))) == nil)
        #expect(try reader.prompts(at: Self.noon).map(\.latest.number) == [3])
        for sql in [
            "UPDATE prompt_version SET prompt = ''", "DELETE FROM release_activation WHERE 1",
            "DELETE FROM prompt_label",
        ] {
            #expect(throws: (any Error).self) {
                _ = try scene.label(1, "staging", isProtected: false)
                _ = try scene.release(1)
                try scene.control.change { try $0.file.execute(sql) }
            }
        }
    }

    @Test func aPromptThatIsTooLargeLeavesNothing() throws {
        let scene = try Scene(store)
        #expect(refusal { try scene.push(String(repeating: "x", count: 5 << 20)) } == .invalid)
        #expect(try store.reader().prompts(at: Self.noon).isEmpty)
        #expect(try store.reader().auditHead() == nil)
    }

    @Test func protectedLabelsNeedTheReviewOfSomebodyElse() throws {
        let scene = try Scene(store)
        let (first, second) = (try scene.push("a"), try scene.push("b"))
        #expect(refusal { try scene.label(1) } == .notAllowed)
        #expect(refusal { try scene.approve(first, as: "anna") } == .notAllowed)
        _ = try scene.approve(first, as: "ben")
        #expect(try scene.label(1).former == nil)
        #expect(refusal { try scene.label(1) } == .moved)
        #expect(refusal { try scene.label(2) } == .notAllowed)
        let stale = PromptReviewDraft(verdict: .approve, comment: "", digest: first.digest)
        #expect(refusal { try scene.run(as: "ben") { try $0.review(stale, 2, of: "answer") } } == .moved)
        _ = try scene.approve(second, as: "ben")
        #expect(try scene.label(2).former == 1)
        #expect(try scene.label(2, "staging", isProtected: false).label == "staging")
        #expect(refusal { try scene.label(9, "staging", isProtected: false) } == .notFound)
        let history = try #require(try store.reader().promptHistory("answer", at: Self.noon))
        #expect(history.labels.map(\.version) == [2, 2])
        #expect(history.moves.count == 3)
        #expect(history.labels(on: 2) == ["production", "staging"])
        let marks = try store.reader().marks(
            TimeRange(last: .hours(1), before: Self.noon.advanced(by: .seconds(1))),
            at: Self.noon.advanced(by: .seconds(1)))
        #expect(
            marks.filter { $0.kind == .label }.compactMap(\.subject).sorted() == ["answer@1", "answer@2", "answer@2"])
    }

    @Test func releasesAreMadeOnceAndChosen() throws {
        let scene = try Scene(store)
        _ = try scene.push("a")
        _ = try scene.push("b", model: nil)
        let first = try scene.release(1)
        #expect(first.name == "answer@r1")
        #expect(refusal { try scene.release(1) } == .moved)
        #expect(refusal { try scene.release(2) } == .invalid)
        #expect(refusal { try scene.release(3) } == .notFound)
        let second = try scene.release(2, model: "gpt-4o-mini")
        #expect(second.release.parameters == ["temperature": .number(0.5)])
        #expect(second.release.retrievalIndex == "kb@12")
        // The first is served at once, later ones by rollouts.
        #expect(try store.reader().activeReleases(at: Self.noon).map(\.name) == ["answer@r1"])
        #expect(
            refusal { try scene.run { try $0.rollBack("answer", to: .number(app: nil, 2), reason: "x") } } == .invalid)
        #expect(
            refusal { try scene.run { try $0.rollBack("other", to: .number(app: nil, 2), reason: "x") } } == .notFound)
        #expect(
            refusal { try scene.run { try $0.rollBack("answer", to: .number(app: nil, 1), reason: "x") } } == .moved)
        _ = try scene.run { try $0.activate(second, cause: .rollout, reason: "rollout 1") }
        let prefix = ReleaseReference.digest(prefix: String(first.digest.description.prefix(12)))
        let back = try scene.run { try $0.rollBack("answer", to: prefix, reason: "errors") }
        #expect((back.number, back.former) == (1, 2))
        #expect(back.cause == .rollback)
        // What was served before may be served again.
        _ = try scene.run { try $0.rollBack("answer", to: .number(app: nil, 2), reason: "a mistake") }
        let reader = try store.reader()
        #expect(try reader.activations(of: "answer", at: Self.noon).map(\.number) == [1, 2, 1, 2])
        #expect(try reader.releases(of: nil, at: Self.noon) == [first, second])
        #expect(ReleaseReference.number(app: "answer", 1).names(first, app: nil))
    }

    @Test func theViewsSayTheSame() throws {
        let scene = try Scene(store)
        _ = try scene.push("a")
        _ = try scene.release(1)
        let reader = try store.reader()
        let range = TimeRange(last: .hours(1), before: Self.noon.advanced(by: .seconds(1)))
        func rows(_ query: String) throws -> [[JSON]] { try reader.sql(query, range: range, timeout: 10).rows }
        #expect(try rows("SELECT name, version, \"commit\", model FROM prompts") == [["answer", 1, "abc", "gpt-4o"]])
        #expect(
            try rows("SELECT id, prompt_version, parameters, active FROM releases")
                == [["answer@r1", 1, #"{"temperature":0.5}"#, 1]])
        #expect(
            try rows("SELECT sequence, actor, action, reason FROM audit") == [
                [1, "os:anna", "prompt.push", "because"], [2, "os:anna", "release.create", .null],
                [3, "os:anna", "release.activate", "the first release of answer"],
            ])
        #expect(
            try reader.sql("SELECT * FROM audit", range: TimeRange(last: .hours(1), before: range.from), timeout: 10)
                .rows == [])
    }

    /// U5
    @Test func theStateIsWhatTheAuditLogSays() throws {
        let scene = try Scene(store)
        var random = SeededGenerator(seed: 5)
        _ = try scene.push("0")
        _ = try scene.release(1)
        for round in 1...40 {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: _ = try scene.release(try scene.push("\(round)").number)
            case 1: _ = try? scene.label(Int.random(in: 1...5, using: &random), "staging", isProtected: false)
            default:
                let number = Int.random(in: 1...5, using: &random)
                _ = try? scene.run { try $0.rollBack("answer", to: .number(app: nil, number), reason: "x") }
            }
        }
        let reader = try store.reader()
        let done = try reader.auditEntries(AuditQuery(limit: 1000)).reversed().map { entry in
            (entry.record.action, try entry.record.after.flatMap { try reader.auditContent($0) } ?? .null)
        }
        func told<Value>(_ action: String, _ read: (JSON) -> Value?) -> [Value] {
            done.filter { $0.0 == action }.compactMap { read($0.1) }
        }
        #expect(told("release.create") { RegisteredRelease($0) } == (try reader.releases(of: nil, at: Self.noon)))
        #expect(told("release.activate") { ActiveRelease($0) } == (try reader.activations(of: nil, at: Self.noon)))
        let history = try #require(try reader.promptHistory("answer", at: Self.noon))
        #expect(told("prompt.label") { PromptLabelMove($0) } == history.moves)
        #expect(told("prompt.push") { PromptVersionSummary($0) } == history.versions)
    }
}
