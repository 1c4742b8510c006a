import Domain
import NIOHTTP1

/// Tells applications which release to use. Nothing here waits: not for the disk, not for telemetry.
final class FlagService: Sendable {
    /// Bytes that the body of a question may have.
    static let bodyLimit = 64 << 10

    private let board: ServingBoard
    private let recorder: ExposureRecorder
    private let clock: any WallClock
    /// Answers since the start, by why they were what they were.
    let evaluations = CounterFamily<FlagOutcome>()

    init(_ board: ServingBoard, recorder: ExposureRecorder, clock: any WallClock) {
        (self.board, self.recorder, self.clock) = (board, recorder, clock)
    }

    /// The answer to a question.
    ///
    /// - Parameters:
    ///   - body: nil when it could not be read for want of memory; then everybody gets the release that is no trial.
    ///   - known: the tags of answers that the client has, as its `If-None-Match` says them.
    func answer(_ endpoint: FlagEndpoint, body: [UInt8]?, known: String?) -> Answer {
        switch endpoint {
        case .flag(let key): flag(key, body)
        case .flags: flags(body, known)
        case .release(let app, let targetingKey): release(of: app, for: targetingKey, known)
        }
    }

    private func flag(_ key: String, _ body: [UInt8]?) -> Answer {
        do throws(FlagFailure) {
            let context = try FlagContext.reading(body)
            guard let app = board.app(flag: key) else { throw .notFound }
            let json = try evaluate(app, context).json(flag: key, of: app, context ?? .nobody)
            return tagged(json, known: nil)
        } catch {
            evaluations.add(.failed)
            return .json(error.json(key: key), status: error.code == .flagNotFound ? .notFound : .badRequest)
        }
    }

    private func flags(_ body: [UInt8]?, _ known: String?) -> Answer {
        do throws(FlagFailure) {
            let context = try FlagContext.reading(body)
            var flags: [JSON] = []
            for app in board.all {
                do throws(FlagFailure) {
                    flags.append(
                        try evaluate(app, context).json(
                            flag: app.name, of: app, context ?? .nobody))
                } catch {
                    evaluations.add(.failed)
                    flags.append(error.json(key: app.name))
                }
            }
            return tagged(["flags": .array(flags)], known: known)
        } catch {
            evaluations.add(.failed)
            return .json(error.json(key: nil), status: .badRequest)
        }
    }

    private func release(of name: String, for targetingKey: String?, _ known: String?) -> Answer {
        do throws(FlagFailure) {
            guard let app = board.app(flag: name) else { throw .notFound }
            return tagged(try evaluate(app, FlagContext(targetingKey: targetingKey)).json(of: app), known: known)
        } catch {
            evaluations.add(.failed)
            let isMissing = error.code == .flagNotFound
            let said: JSON = [
                "code": .string(isMissing ? "not_found" : "invalid"),
                "message": .string(
                    error.code == .targetingKeyMissing
                        ? "a rollout divides the traffic of this app; add ?key= with the session, conversation or user"
                        : error.details),
            ]
            return .json(["error": said], status: isMissing ? .notFound : .badRequest)
        }
    }

    private func evaluate(_ app: ServedApp, _ context: FlagContext?) throws(FlagFailure) -> FlagEvaluation {
        guard let context else { return withoutTrial(app) }
        guard let evaluation = FlagEvaluation(of: app.traffic, for: context.targetingKey, at: clock.now()) else {
            throw .noTargetingKey
        }
        guard evaluation.exposure.map(recorder.record) ?? true else { return withoutTrial(app) }
        evaluations.add(FlagOutcome(evaluation.reason))
        return evaluation
    }

    private func withoutTrial(_ app: ServedApp) -> FlagEvaluation {
        let evaluation = FlagEvaluation(withoutTrial: app.traffic)
        evaluations.add(FlagOutcome(evaluation.reason))
        return evaluation
    }

    private func tagged(_ json: JSON, known: String?) -> Answer {
        var answer = Answer.json(json)
        let tag = EntityTag(of: answer.body)
        if tag.matches(known) { answer = Answer(status: .notModified, contentType: answer.contentType, body: []) }
        answer.headers = [("ETag", tag.header), ("Cache-Control", "private, no-cache")]
        return answer
    }

    /// Adds what was answered to the numbers of the collector.
    func add(to text: inout PrometheusText) {
        text.family(
            "headframe_flag_evaluations_total", label: "outcome",
            "Questions which release to use, by what became of them.", evaluations)
        text.single(
            "headframe_exposures_waiting", .gauge, "Decisions of rollouts that are not durable yet.",
            Double(recorder.waiting))
    }
}
