import Domain
import Redaction

// Masking what is stored already, before it leaves the store.
extension OTLP {
    /// A stored span without what `policy` does not let pass; nil when it is damaged.
    public static func masked(span item: EncodedItem, _ policy: RedactionPolicy) -> EncodedItem? {
        let batch = try? traces(protobuf: request([item][...]), limits: .stored, redaction: policy)
        guard let batch, let span = batch.spans.first else { return nil }
        return EncodedItem(span.encoded, of: batch, resource: span.resourceIndex, scope: span.scopeIndex)
    }

    /// A stored log record without what `policy` does not let pass; nil when it is damaged.
    public static func masked(log item: EncodedItem, _ policy: RedactionPolicy) -> EncodedItem? {
        let batch = try? logs(protobuf: request([item][...]), limits: .stored, redaction: policy)
        guard let batch, let log = batch.logs.first else { return nil }
        return EncodedItem(log.encoded, of: batch, resource: log.resourceIndex, scope: log.scopeIndex)
    }
}

extension EncodedItem {
    fileprivate init?(_ message: ArraySlice<UInt8>, of batch: TelemetryBatch, resource: Int, scope: Int) {
        guard batch.resources.indices.contains(resource), batch.scopes.indices.contains(scope) else { return nil }
        self.init(
            message: Array(message), resource: Array(batch.bytes(batch.resources[resource].encoded)),
            scope: Array(batch.bytes(batch.scopes[scope].encoded)))
    }
}
