/// A key with its value.
public struct Attribute: Sendable {
    let batch: TelemetryBatch
    let record: AttributeRecord

    public var key: String { batch.text(record.key) }
    /// The key as it stands in the batch.
    public var keySlice: ByteSlice { record.key }
    public var value: AttributeValue { AttributeValue(batch: batch, record: record.value) }
}
