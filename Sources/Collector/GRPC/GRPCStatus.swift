/// How a call that fails is answered: a status other than OK, our own text, and what a client may do about it.
struct GRPCStatus: Error {
    var code: StatusCode
    var message: String
    /// Messages of `google.rpc` with their names.
    var details: [(name: String, message: ProtobufMessage)] = []

    init(_ code: StatusCode, _ message: String) { (self.code, self.message) = (code, message) }

    /// The same refusal that HTTP would say.
    init(_ refusal: Refusal) {
        self.init(refusal.code, refusal.message)
        if let seconds = refusal.retryAfter { details.append(("RetryInfo", GRPCStatus.retryInfo(seconds))) }
        if refusal.code == .invalidArgument { details.append(("BadRequest", GRPCStatus.badRequest(refusal.message))) }
    }

    static let unknownMethod = GRPCStatus(
        .unimplemented,
        "no such method; telemetry goes to Export of OTLP's TraceService, LogsService and MetricsService")
    static let encoding = GRPCStatus(.unimplemented, "grpc-encoding must be gzip or identity")
    static let unaryMessage = GRPCStatus(Refusal.invalid("a call of this method carries exactly one message"))
    static let timeoutHeader = GRPCStatus(
        Refusal.invalid("grpc-timeout is not a number of at most 8 digits and a unit"))
    static let compressedWithoutEncoding = GRPCStatus(
        .internalError, "the message is marked as compressed, but grpc-encoding does not say how")

    /// A `google.rpc.Status` for the trailer `grpc-status-details-bin`; empty without details.
    var detailBytes: [UInt8] {
        guard !details.isEmpty else { return [] }
        var status = ProtobufMessage()
        status.add(code.rawValue, field: 1)
        status.add(message, field: 2)
        for detail in details {
            var any = ProtobufMessage()
            any.add("type.googleapis.com/google.rpc." + detail.name, field: 1)
            any.add(detail.message, field: 2)
            status.add(any, field: 3)
        }
        return status.bytes
    }

    private static func retryInfo(_ seconds: Int) -> ProtobufMessage {
        var duration = ProtobufMessage()
        duration.add(seconds, field: 1)
        var info = ProtobufMessage()
        info.add(duration, field: 1)
        return info
    }

    /// The field stands in the description, where the reader of the body knew it.
    private static func badRequest(_ description: String) -> ProtobufMessage {
        var violation = ProtobufMessage()
        violation.add(description, field: 2)
        var request = ProtobufMessage()
        request.add(violation, field: 1)
        return request
    }
}
