/// Why bytes are not an encoded sketch.
public enum SketchDecodingError: Error, Hashable, CustomStringConvertible {
    /// The bytes end in the middle of a number.
    case truncated
    /// A number has more than 64 bits.
    case oversizedNumber
    /// A key lies beyond the last bucket.
    case keyOutOfRange

    public var description: String {
        switch self {
        case .truncated: "the encoded sketch ends too early"
        case .oversizedNumber: "the encoded sketch has a number of more than 64 bits"
        case .keyOutOfRange: "the encoded sketch has a bucket that does not exist"
        }
    }
}
