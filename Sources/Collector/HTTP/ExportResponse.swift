import Domain

/// What an export that was taken is answered: nothing when everything was stored as it came, else a partial success.
struct ExportResponse {
    private let signal: Signal
    private let count: Int
    private let message: String?

    init(rejected: Rejection?, warning: String?, signal: Signal) {
        self.signal = signal
        count = rejected?.count ?? 0
        message = rejected.map { "\($0.count) \(signal.items) refused: \($0.reason)" } ?? warning
    }

    /// The response of the signal's service, such as `ExportTraceServiceResponse`.
    var protobuf: [UInt8] {
        guard let message else { return [] }
        var partial = ProtobufMessage()
        partial.add(count, field: 1)
        partial.add(message, field: 2)
        var response = ProtobufMessage()
        response.add(partial, field: 1)
        return response.bytes
    }

    var json: JSON {
        guard let message else { return .object([]) }
        let partial: JSON = .object([
            .init(signal.rejectedName, .string(String(count))), .init("errorMessage", .string(message)),
        ])
        return .object([.init("partialSuccess", partial)])
    }
}
