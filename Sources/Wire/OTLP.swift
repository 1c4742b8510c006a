import Domain
import Redaction

/// Reads OpenTelemetry's protocol: export requests as they come over the network, and the messages that the store keeps.
///
/// Every function accepts any bytes; what is not OTLP, or more of it than one request may hold, is refused as a whole with a
/// `WireError`, and spans that cannot be stored are refused one by one (`TelemetryBatch.rejected`).
///
/// Reading takes memory besides that of the bytes: for the records, for the protobuf form of JSON, for a copy of a request of which
/// something is cut. It is charged to the reservation before it is taken; keep the reservation as long as what was read.
public enum OTLP {
    /// The spans of an `ExportTraceServiceRequest`.
    ///
    /// - Parameters:
    ///   - bytes: the protobuf message, inflated. Not charged: whoever received it has done so.
    ///   - reservation: what the memory for reading is charged to; nil for none.
    ///   - redaction: what is taken out before anything is read; nil for nothing. The batch then holds the changed bytes.
    /// - Throws: `WireError`; nothing of the request is to be stored then.
    public static func traces(
        protobuf bytes: [UInt8], limits: WireLimits = WireLimits(), reservation: DecodeReservation? = nil,
        redaction: RedactionPolicy? = nil
    ) throws(WireError) -> TelemetryBatch {
        try batch(bytes, limits, reservation, redaction, .traceRequest) { (reader) throws(WireFault) in
            try reader.traces()
        }
    }

    /// The log records of an `ExportLogsServiceRequest`; see `traces(protobuf:limits:reservation:)`.
    public static func logs(
        protobuf bytes: [UInt8], limits: WireLimits = WireLimits(), reservation: DecodeReservation? = nil,
        redaction: RedactionPolicy? = nil
    ) throws(WireError) -> TelemetryBatch {
        try batch(bytes, limits, reservation, redaction, .logsRequest) { (reader) throws(WireFault) in
            try reader.logRequest()
        }
    }

    /// The data points of an `ExportMetricsServiceRequest` whose metrics `MetricCatalogue` keeps; see
    /// `traces(protobuf:limits:reservation:)`. Counting the others takes no memory.
    public static func metrics(
        protobuf bytes: [UInt8], limits: WireLimits = WireLimits(), reservation: DecodeReservation? = nil
    ) throws(WireError) -> MetricBatch {
        try read(bytes, limits, .metricsRequest) { (buffer) throws(WireFault) in
            var reader = MetricReader(bytes: buffer, limits: limits, reservation: reservation)
            try reader.request(Cursor(buffer))
            return reader.batch
        }
    }

    /// The spans of an `ExportTraceServiceRequest` in JSON; see `traces(protobuf:limits:reservation:)`. The batch holds protobuf.
    public static func traces(
        json bytes: [UInt8], limits: WireLimits = WireLimits(), reservation: DecodeReservation? = nil,
        redaction: RedactionPolicy? = nil
    ) throws(WireError) -> TelemetryBatch {
        try traces(
            protobuf: try JSONTranscoder.protobuf(
                of: bytes, as: .traceRequest, limits: limits, reservation: reservation),
            limits: limits, reservation: reservation, redaction: redaction)
    }

    /// The log records of an `ExportLogsServiceRequest` in JSON; see `traces(json:limits:reservation:)`.
    public static func logs(
        json bytes: [UInt8], limits: WireLimits = WireLimits(), reservation: DecodeReservation? = nil,
        redaction: RedactionPolicy? = nil
    ) throws(WireError) -> TelemetryBatch {
        try logs(
            protobuf: try JSONTranscoder.protobuf(
                of: bytes, as: .logsRequest, limits: limits, reservation: reservation),
            limits: limits, reservation: reservation, redaction: redaction)
    }

    /// The data points of an `ExportMetricsServiceRequest` in JSON; see `metrics(protobuf:limits:reservation:)`.
    public static func metrics(
        json bytes: [UInt8], limits: WireLimits = WireLimits(), reservation: DecodeReservation? = nil
    ) throws(WireError) -> MetricBatch {
        try metrics(
            protobuf: try JSONTranscoder.protobuf(
                of: bytes, as: .metricsRequest, limits: limits, reservation: reservation),
            limits: limits, reservation: reservation)
    }

    private static func batch(
        _ bytes: [UInt8], _ limits: WireLimits, _ reservation: DecodeReservation?, _ redaction: RedactionPolicy?,
        _ schema: MessageSchema, _ body: (inout Reader) throws(WireFault) -> Void
    ) throws(WireError) -> TelemetryBatch {
        guard let redaction else { return try batch(bytes, limits, reservation, RedactionCounts(), schema, body) }
        switch try redacted(bytes, limits, reservation, redaction, schema) {
        case .readable(let bytes, let counts):
            // What stands for what was taken out may be longer than that; the limit is for what was sent.
            var limits = limits
            limits.bytes = max(limits.bytes, bytes.count)
            return try batch(bytes, limits, reservation, counts, schema, body)
        case .malformed:
            _ = try batch(bytes, limits, reservation, RedactionCounts(), schema, body)
            throw .malformed("the protobuf message cannot be followed")
        }
    }

    private static func batch(
        _ bytes: [UInt8], _ limits: WireLimits, _ reservation: DecodeReservation?, _ counts: RedactionCounts,
        _ schema: MessageSchema, _ body: (inout Reader) throws(WireFault) -> Void
    ) throws(WireError) -> TelemetryBatch {
        try read(bytes, limits, schema) { (buffer) throws(WireFault) in
            var reader = Reader(bytes: buffer, limits: limits, reservation: reservation)
            try body(&reader)
            return reader.batch(bytes, redactions: counts)
        }
    }

    static func read<Value>(
        _ bytes: [UInt8], _ limits: WireLimits, _ schema: MessageSchema,
        _ body: (UnsafeRawBufferPointer) throws(WireFault) -> Value
    ) throws(WireError) -> Value {
        guard bytes.count <= limits.bytes, bytes.count <= Int(UInt32.max) else {
            throw .tooLarge("the request is larger than \(limits.bytes) bytes")
        }
        return try bytes.withUnsafeBufferPointer { (bytes) throws(WireError) in
            let buffer = UnsafeRawBufferPointer(bytes)
            do throws(WireFault) {
                return try body(buffer)
            } catch {
                throw WireError(error, in: buffer, schema: schema, limits: limits)
            }
        }
    }
}
