import Domain
import NIOHTTP1
import Logging
import Storage
import Synchronization

/// What stands behind the control API.
final class ControlService: Sendable {
    let store: ControlStore
    let deliveries: DeliveryService
    let evaluations: EvaluationService
    let rollouts: RolloutService
    /// How the collector is now.
    let status: @Sendable () -> CollectorStatus
    private let logger: Logger
    private let sharedRules: Mutex<AccessRules>

    init(
        store: ControlStore, deliveries: DeliveryService, evaluations: EvaluationService, rollouts: RolloutService,
        rules: AccessRules, logger: Logger, status: @escaping @Sendable () -> CollectorStatus
    ) {
        (self.store, self.deliveries, self.evaluations, self.rollouts) = (store, deliveries, evaluations, rollouts)
        (self.logger, self.status) = (logger, status)
        sharedRules = Mutex(rules)
    }

    /// Who may do what at present.
    var rules: AccessRules { sharedRules.withLock { $0 } }

    func use(_ rules: AccessRules) { sharedRules.withLock { $0 = rules } }

    /// Does what is asked. May wait for the disk.
    func answer(_ request: ControlRequest) -> Answer {
        do {
            let json = try request.endpoint.run(request, self)
            return Answer(status: .ok, contentType: "application/json", body: Array(json.text.utf8))
        } catch {
            return failure(error).answer
        }
    }

    /// Runs a command once, and writes it to the log.
    ///
    /// - Parameter prepare: finds out what the change needs to know, before anybody else has to wait for it.
    func command(
        _ request: ControlRequest,
        _ prepare: (ControlStore) throws -> (ControlTransaction) throws -> JSON
    ) throws -> JSON {
        guard let key = request.key else { throw ControlFailure.invalid("\(ControlRequest.keyHeader): must be there") }
        let identity = CommandIdentity(
            caller: request.peer.caller, key: key,
            request: [Array(request.endpoint.method.rawValue.utf8), Array(request.target.utf8), request.body])
        if let known = try store.answer(to: identity) { return known }
        let answer = try store.commit(identity, prepare(store))
        logger.info(
            "command done",
            metadata: [
                "action": "\(request.endpoint.action.rawValue)", "principal": "\(request.peer.caller.principal)",
                "pid": "\(request.peer.caller.processID ?? 0)", "method": "\(request.endpoint.method.rawValue)",
                "target": "\(request.target)",
            ])
        return answer
    }

    /// Writes to the log that somebody asked for what they may not do.
    func noteDenial(of head: HTTPRequestHead, to peer: Peer) {
        logger.warning(
            "a command is not allowed",
            metadata: [
                "principal": "\(peer.caller.principal)", "pid": "\(peer.caller.processID ?? 0)",
                "method": "\(head.method.rawValue)", "target": "\(head.uri)",
            ])
    }

    private func failure(_ error: any Error) -> ControlFailure {
        switch error {
        case let failure as ControlFailure: return failure
        case let refusal as ControlRefusal: return ControlFailure(refusal)
        case let malformed as MalformedCommand: return .invalid(malformed.reason)
        case let error as StoreError where error.isTemporary:
            logger.warning("a command is not done", metadata: ["error": "\(error)"])
            return ControlFailure(error)
        default:
            let id = String(UInt64.random(in: .min ... .max), radix: 36)
            logger.error("a command failed", metadata: ["error": "\(error)", "id": "\(id)"])
            return ControlFailure(
                .internalServerError, "internal",
                "something is wrong here; the log of headframed says what, with id \(id)")
        }
    }
}
