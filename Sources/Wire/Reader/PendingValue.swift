import Domain

/// An `AnyValue` while it is being read: its parts wait on the reader's stacks above the marks until all of them are there.
/// (A message may be sent in several pieces, which protobuf merges.)
struct PendingValue {
    enum Kind {
        case scalar(ValueRecord)
        case array
        case keyValueList
    }

    var kind = Kind.scalar(.empty)
    /// Number of bytes of the encoded value.
    var size = 0
    let values: Int
    let attributes: Int
}
