import Domain

/// How far the reader had come, so that it can go back when a message is refused or cut.
struct Checkpoint {
    let attributes: Int
    let values: Int
    let events: Int
    let links: Int
    let pendingAttributes: Int
    let pendingValues: Int

    init(_ reader: borrowing Reader) {
        (attributes, values) = (reader.attributes.count, reader.values.count)
        (events, links) = (reader.events.count, reader.links.count)
        (pendingAttributes, pendingValues) = (reader.pendingAttributes.count, reader.pendingValues.count)
    }

    /// Forgets everything that was read since.
    func restore(_ reader: inout Reader) {
        reader.attributes.truncate(to: attributes)
        reader.values.truncate(to: values)
        reader.events.truncate(to: events)
        reader.links.truncate(to: links)
        reader.pendingAttributes.truncate(to: pendingAttributes)
        reader.pendingValues.truncate(to: pendingValues)
    }

    func range(_ first: Int, _ end: Int) -> RecordRange {
        RecordRange(first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: end - first))
    }
}
