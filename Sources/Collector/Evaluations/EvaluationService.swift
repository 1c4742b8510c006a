import Configuration
import Domain
import Logging
import NIOPosix
import Storage
import Synchronization

/// Carries runs of evaluations out, one after the other: keys and the budget stand in one place, and whoever asked may go.
final class EvaluationService: Sendable {
    let store: EvaluationStore
    private let setting: EvaluationSetting
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let state: Mutex<State>

    private struct State {
        var endpoints: [EndpointSettings]
        var current: (id: EvaluationRunID, runner: EvaluationRunner)?
        var isStopped = false
    }

    /// Begins, with what an earlier process left.
    init(_ endpoints: [EndpointSettings], _ setting: EvaluationSetting) {
        (store, self.setting) = (setting.store, setting)
        state = Mutex(State(endpoints: endpoints))
        thread.start()
        for run in (try? store.running()) ?? [] { carryOut(run) }
    }

    /// Asks these from the next run on.
    func use(_ endpoints: [EndpointSettings]) { state.withLock { $0.endpoints = endpoints } }

    /// Ends what is under way; a later process goes on with it. To be called before the store is closed.
    func stop() {
        let runner = state.withLock { state in
            state.isStopped = true
            return state.current?.runner
        }
        runner?.stop(nil)
        try? thread.syncShutdownGracefully()
        store.close()
    }

    /// The run that `draft` asks for, ready to be written down.
    ///
    /// - Throws: `ControlRefusal` that says what is wrong with it; `StoreError`.
    func prepare(_ draft: EvaluationDraft) throws -> EvaluationPreparation {
        let endpoint = draft.answerLines == nil ? try self.endpoint(draft.endpoint) : nil
        let (prompt, version) = try subject(draft.subject)
        let preparation = try EvaluationPreparation(draft, prompt: prompt, version: version, endpoint: endpoint)
        let plan = preparation.plan
        if plan.limit != nil, plan.endpoint != nil, let model = plan.model,
            setting.price(TokenUsage(input: 1, output: 1), endpoint?.model(model) ?? model) == nil,
            setting.price(TokenUsage(input: 1, output: 1), model) == nil
        {
            throw ControlRefusal(
                .invalid,
                "nobody knows what \(model) costs, so a limit cannot be kept; write its price under prices, or set no limit"
            )
        }
        return preparation
    }

    /// Has a run that was written down carried out.
    func carryOut(_ id: EvaluationRunID) {
        thread.submit { [self] threadState in if threadState == .active { perform(id) } }
    }

    /// Ends a run before its time.
    func stop(_ id: EvaluationRunID, by principal: String) throws -> EvaluationRun {
        let end = EvaluationRun.State.stopped("\(principal) stopped it")
        try store.end(id, end)
        let runner = state.withLock { $0.current?.id == id ? $0.current?.runner : nil }
        runner?.stop(end)
        guard let run = try store.run(id) else {
            throw ControlRefusal(.notFound, "there is no evaluation \(id); eval list says which there are")
        }
        return run
    }

    private func subject(_ subject: EvaluationDraft.Subject) throws -> (Prompt, Int?) {
        switch subject {
        case .file(let prompt): return (prompt, nil)
        case .registered(let reference):
            guard let version = try setting.promptVersion(reference) else {
                throw ControlRefusal(.notFound, "there is no prompt \(reference); prompt list says which there are")
            }
            return (version.prompt, version.number)
        }
    }

    private func endpoint(_ name: String?) throws(ControlRefusal) -> EndpointSettings? {
        let endpoints = state.withLock { $0.endpoints }
        guard let name else { return endpoints.first }
        guard let endpoint = endpoints.first(where: { $0.name == name }) else {
            let known = endpoints.map(\.name).joined(separator: ", ")
            throw ControlRefusal(
                .invalid,
                "there is no endpoint \(name); " + (known.isEmpty ? "none is configured" : "there are \(known)"))
        }
        return endpoint
    }

    private func perform(_ id: EvaluationRunID) {
        do {
            guard let run = try store.run(id), run.state == .running, let name = run.plan.endpoint else { return }
            guard let (settings, key) = try asked(name, of: run) else { return }
            let runner = EvaluationRunner(
                run, try store.waiting(of: id), ModelEndpoint(settings, key: key), setting)
            let isStopped = state.withLock { state in
                if !state.isStopped { state.current = (id, runner) }
                return state.isStopped
            }
            guard !isStopped else { return }
            defer { state.withLock { $0.current = nil } }
            // Somebody may have stopped it before it was the current one.
            guard try store.run(id)?.state == .running else { return }
            setting.logger.info("an evaluation is carried out", metadata: ["run": "\(id)", "endpoint": "\(name)"])
            guard let end = runner.carryOut() else { return }
            try store.end(id, end)
            setting.logger.info("an evaluation ended", metadata: ["run": "\(id)", "state": "\(end)"])
        } catch {
            setting.logger.error("an evaluation is not carried out", metadata: ["run": "\(id)", "error": "\(error)"])
        }
    }

    /// Whom a run asks, with the key; nil, and the run is stopped, when that is not to be had.
    private func asked(_ name: String, of run: EvaluationRun) throws -> (EndpointSettings, String?)? {
        guard let settings = state.withLock({ $0.endpoints.first { $0.name == name } }) else {
            try store.end(run.id, .stopped("the endpoint \(name) is not configured any more"))
            return nil
        }
        guard let variable = settings.keyVariable else { return (settings, nil) }
        guard let key = setting.variable(variable), !key.isEmpty else {
            try store.end(
                run.id,
                .stopped("the environment variable \(variable) of headframed is not set; it holds the key of \(name)"))
            return nil
        }
        return (settings, key)
    }
}
