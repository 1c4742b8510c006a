import Configuration
import Domain
import Outbound

/// Asks one server for chat completions, without trusting what it says.
final class ModelEndpoint: Sendable {
    let settings: EndpointSettings
    private let key: String?
    private let client: OutboundClient

    /// - Parameter key: what the server is shown; never logged, stored or part of an error.
    init(_ settings: EndpointSettings, key: String?) {
        (self.settings, self.key) = (settings, key)
        var policy = OutboundPolicy(timeout: .seconds(settings.timeout.seconds), answerLimit: Self.answerLimit)
        // A model that thinks says nothing for a while.
        policy.slowest = nil
        policy.allowedAddresses += settings.allowedAddresses
        client = OutboundClient(policy: settings.address.isLoopback ? policy.allowingLoopback : policy)
    }

    /// Asks once.
    func answer(to request: JSON) throws(ModelFailure) -> EvaluationAnswer {
        let base = settings.address.description
        let path = (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/chat/completions"
        var fields = [
            HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json"),
            HTTPHeader("User-Agent", "headframe/\(Collector.version)"),
        ]
        if let key { fields.append(HTTPHeader("Authorization", "Bearer \(key)")) }
        let began = ContinuousClock.now
        let response: HTTPResponse
        do throws(OutboundError) {
            response = try client.send(
                HTTPRequest(.post, path, headers: fields, body: Array(request.text.utf8)))
        } catch {
            throw Self.failure(error)
        }
        let (seconds, attoseconds) = (ContinuousClock.now - began).components
        var answer = try ChatCompletion.answer(in: response)
        answer.duration = Nanoseconds(seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
        return answer
    }

    /// Ends what is under way and answers nothing more.
    func close() { client.close() }

    private static func failure(_ error: OutboundError) -> ModelFailure {
        switch error {
        case .timedOut, .cannotConnect, .hostNotFound, .broken: ModelFailure(.again(after: nil), "\(error)")
        case .answerTooLarge: ModelFailure(.question, "\(error)")
        case .cancelled, .closed: ModelFailure(.interruption, "\(error)")
        case .invalidRequest, .protocolNotAllowed, .addressNotAllowed, .insecure: ModelFailure(.run, "\(error)")
        }
    }

    private static let answerLimit = 4 << 20
}
