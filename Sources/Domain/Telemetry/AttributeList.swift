/// The attributes of something, in the order in which they came.
public struct AttributeList: RandomAccessCollection, Sendable {
    let batch: TelemetryBatch
    let range: Range<Int>

    public var startIndex: Int { range.lowerBound }
    public var endIndex: Int { range.upperBound }
    public subscript(position: Int) -> Attribute { Attribute(batch: batch, record: batch.attributes[position]) }

    /// The value of the first attribute named `key`. Looks at each key in turn: for a handful of questions, not for hot paths.
    public subscript(key: StaticString) -> AttributeValue? {
        key.withUTF8Buffer { wanted in
            batch.bytes.withUnsafeBufferPointer { bytes in
                for index in range {
                    let attribute = batch.attributes[index]
                    let slice = attribute.key
                    guard Int(slice.count) == wanted.count, Int(slice.offset) + wanted.count <= bytes.count else {
                        continue
                    }
                    if bytes[Int(slice.offset)..<Int(slice.offset) + wanted.count].elementsEqual(wanted) {
                        return AttributeValue(batch: batch, record: attribute.value)
                    }
                }
                return nil
            }
        }
    }
}
