import Outbound

/// Sends OTLP over HTTP and tries again where the protocol says so: after 429, 502, 503, 504 and broken connections, when the collector
/// asks for it or after a time that doubles.
struct Exporter: Sendable {
    /// What is on its way.
    struct Delivery: Sendable {
        fileprivate var request: HTTPRequest
        fileprivate var pending: PendingResponse?
        var spans: Int
        var verdicts: Int
    }

    private static let attempts = 8
    private let endpoint: String
    private let client: OutboundClient
    private let stop: StopSignal

    init(endpoint: String, stop: StopSignal) {
        self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        self.stop = stop
        var policy = OutboundPolicy(timeout: .seconds(30), answerLimit: 1 << 20).allowingLoopback
        // A busy collector may be silent for a while before it answers.
        policy.slowest = nil
        client = OutboundClient(policy: policy)
    }

    func start(_ spans: ArraySlice<ReportedSpan>) -> Delivery {
        start("/v1/traces", OTLPEncoder.traces(spans), spans: spans.count, verdicts: 0)
    }

    func start(_ verdicts: ArraySlice<ReportedEvent>) -> Delivery {
        start("/v1/logs", OTLPEncoder.logs(verdicts), spans: 0, verdicts: verdicts.count)
    }

    func start(_ reports: ArraySlice<ModelServerReport>) -> Delivery {
        start("/v1/metrics", OTLPEncoder.metrics(reports), spans: 0, verdicts: 0)
    }

    /// Waits until the collector has acknowledged it.
    func finish(_ delivery: Delivery) throws(ExportError) {
        var answer = answer(to: delivery.pending, delivery.request)
        var pause = Duration.milliseconds(250)
        for _ in 1..<Self.attempts {
            guard case .tryAgain(let asked, _) = answer else { break }
            if stop.wait(asked ?? pause) { throw .stopped }
            pause = min(pause * 2, .seconds(8))
            answer = self.answer(to: nil, delivery.request)
        }
        switch answer {
        case .taken: return
        case .refused(let error), .tryAgain(_, let error): throw error
        }
    }

    /// Ends what is on its way.
    func close() { client.close() }

    private func start(_ path: String, _ body: [UInt8], spans: Int, verdicts: Int) -> Delivery {
        let request = HTTPRequest(
            .post, endpoint + path, headers: [HTTPHeader("Content-Type", "application/x-protobuf")], body: body)
        return Delivery(request: request, pending: try? client.start(request), spans: spans, verdicts: verdicts)
    }

    private enum Answer {
        case taken
        case refused(ExportError)
        case tryAgain(after: Duration?, ExportError)
    }

    private func answer(to pending: PendingResponse?, _ request: HTTPRequest) -> Answer {
        do throws(OutboundError) {
            let pending = if let pending { pending } else { try client.start(request) }
            let response = try pending.wait()
            return switch response.status {
            case 200..<300: .taken
            case 429, 502, 503, 504: .tryAgain(after: response.retryAfter, .busy(status: response.status))
            default: .refused(.refused(status: response.status))
            }
        } catch {
            return switch error {
            case .closed: .refused(.stopped)
            case .invalidRequest, .protocolNotAllowed, .addressNotAllowed: .refused(.unreachable(error.description))
            default: .tryAgain(after: nil, .unreachable(error.description))
            }
        }
    }
}
