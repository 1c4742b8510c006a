import Configuration
import Domain
import Glibc
import Outbound

/// Sends commands to the collector of a store, over its Unix socket. Blocks until the answer is there: for threads that may wait.
public final class ControlClient: Sendable {
    private let store: String
    private let socket: String?
    private let outbound = OutboundClient(policy: OutboundPolicy(timeout: .seconds(10), answerLimit: 4 << 20))

    /// A client for the store in the directory `store`.
    public init(store: String) { (self.store, socket) = (store, SocketPath.standard(store: store)) }

    /// Has the collector carry out `command`. Sending it again under the same key is safe, whatever became of the first time.
    ///
    /// - Returns: what is stored now: the feedback (see `Feedback.init(_:)`), or the score.
    /// - Throws: why it is not done.
    public func send(_ command: ControlCommand, key: IdempotencyKey) throws(ControlRefusal) -> JSON {
        try ask(command.method, command.path, body: command.body, headers: [HTTPHeader("Idempotency-Key", key.text)])
    }

    /// How the collector is, and who it takes the caller for.
    public func status() throws(ControlRefusal) -> JSON { try ask(.get, "/api/v1/status") }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, body: JSON? = nil, headers: [HTTPHeader] = []
    ) throws(ControlRefusal) -> JSON {
        guard let socket else {
            throw ControlRefusal(
                .notRunning,
                "the path of the store \(store) is too long for a socket and XDG_RUNTIME_DIR is not set; set it for headframed "
                    + "and headframe alike")
        }
        var request = HTTPRequest(
            method, "http://localhost" + path, headers: headers, body: body.map { Array($0.text.utf8) })
        if body != nil { request.headers.append(HTTPHeader("Content-Type", "application/json")) }
        request.unixSocket = socket
        let response: HTTPResponse
        do throws(OutboundError) {
            response = try outbound.send(request)
        } catch {
            throw refusal(error, socket)
        }
        let json = try? JSON(parsing: response.body)
        if response.isSuccess, let json { return json }
        throw refusal(response, json)
    }

    private func refusal(_ error: OutboundError, _ socket: String) -> ControlRefusal {
        switch error {
        case .cannotConnect:
            if access(socket, F_OK) == 0, access(socket, W_OK) != 0, errno == EACCES {
                return ControlRefusal(
                    .notAllowed, "\(socket) belongs to another user; ask who runs headframed for control.socket_group")
            }
            if errno == EACCES {
                return ControlRefusal(
                    .notAllowed, "\(store) belongs to another user; ask who runs headframed for control.socket_group")
            }
            return ControlRefusal(
                .notRunning, "no collector is running for \(store); start it with: headframed --store \(store)")
        case .timedOut:
            return ControlRefusal(
                .unavailable, "the collector did not answer in time; it may have been done, sending it again is safe")
        default: return ControlRefusal(.failed, "asking the collector of \(store): \(error)")
        }
    }

    private func refusal(_ response: HTTPResponse, _ json: JSON?) -> ControlRefusal {
        let reason: ControlRefusal.Reason =
            switch response.status {
            case 401, 403: .notAllowed
            case 404: .notFound
            case 409: .moved
            case 422: .keyReused
            case 429, 503: .unavailable
            case 400..<500: .invalid
            default: .failed
            }
        let message = json?["error"]?["message"]?.string
        return ControlRefusal(reason, message ?? "the collector answered \(response.status) without saying why")
    }
}
