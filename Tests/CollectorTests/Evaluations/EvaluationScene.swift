import Configuration
import Domain
import Logging
import Storage

@testable import Collector

/// Evaluations carried out in this process, without a collector around them.
final class EvaluationScene {
    let directory: TemporaryDirectory
    let service: EvaluationService
    private var isStopped = false

    init(
        _ endpoints: [EndpointSettings], in directory: TemporaryDirectory = TemporaryDirectory(),
        variables: [String: String] = [:]
    ) throws {
        self.directory = directory
        let store = try EvaluationStore(try StoreDirectory(creating: directory.path + "/store"))
        var setting = EvaluationSetting(
            store: store, clock: SystemClock(),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            price: { usage, _ in Money(nanodollars: 1_000 * ((usage.input ?? 0) + (usage.output ?? 0))) },
            promptVersion: { _ in nil }, variable: { variables[$0] })
        setting.firstPause = .milliseconds(1)
        service = EvaluationService(endpoints, setting)
    }

    deinit { stop() }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        service.stop()
    }

    /// A golden set of so many items that ask the same.
    static func lines(_ count: Int, more: String = "") -> String {
        (0..<count).map { #"{"id":"g-\#($0)","input":"Question \#($0)?","expected":"So it is."\#(more)}"# }
            .joined(separator: "\n")
    }

    static func draft(_ lines: String, limit: Money? = nil, answers: String? = nil) -> EvaluationDraft {
        let prompt = Prompt(
            name: "p", messages: [PromptMessage(role: "system", text: "Be brief.")], model: "small",
            parameters: ["temperature": 0])
        return EvaluationDraft(
            .file(prompt), goldenName: "set", goldenLines: lines, limit: limit, answerLines: answers)
    }

    /// Starts a run and returns its id.
    func start(_ draft: EvaluationDraft) throws -> EvaluationRunID {
        let prepared = try service.prepare(draft)
        var generator = SystemRandomNumberGenerator()
        let run = try service.store.create(
            prepared.plan, prepared.questions, by: "os:ana", key: IdempotencyKey(using: &generator))
        service.carryOut(run.id)
        return run.id
    }

    /// The run, once it does not run any more.
    func ended(_ id: EvaluationRunID) throws -> EvaluationRun {
        var run: EvaluationRun?
        try waitUntil {
            run = try service.store.run(id)
            return run.map { $0.state != .running } ?? false
        }
        guard let run else { throw NeverHappened() }
        return run
    }

    func results(_ id: EvaluationRunID) throws -> [EvaluationResult] {
        let reader = try StoreReader(path: directory.path + "/store", decode: .nothing) { _, _ in SpanContents() }
        return try reader.evaluation(id)?.results ?? []
    }

    /// Runs a set of `count` items to its end.
    func run(_ count: Int = 3, limit: Money? = nil) throws -> EvaluationRun {
        try ended(start(Self.draft(Self.lines(count), limit: limit)))
    }
}
