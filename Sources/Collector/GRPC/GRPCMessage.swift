import NIOCore

/// Takes the one message of a unary call out of the bytes of its body: a flag, four bytes of length, the message. What is
/// wrong is known as early as it can be, from the length before the message.
struct GRPCMessage {
    private let limit: Int
    private var prefix: [UInt8] = []
    /// Bytes of the message that are still to come; nil before its length has come.
    private var left: Int?
    /// Whether the message is compressed.
    private(set) var isCompressed = false

    /// A message of at most `limit` bytes.
    init(limit: Int) { self.limit = limit }

    /// Whether all of it has come.
    var isComplete: Bool { left == 0 }

    /// The part of the next bytes that belongs to the message.
    mutating func content(of bytes: ByteBufferView) throws(GRPCStatus) -> ByteBufferView {
        var rest = bytes
        if left == nil {
            let part = rest.prefix(5 - prefix.count)
            prefix += part
            rest = rest.dropFirst(part.count)
            guard prefix.count == 5 else { return rest }
            try readPrefix()
        }
        let expected = left ?? 0
        guard rest.count <= expected else { throw .unaryMessage }
        left = expected - rest.count
        return rest
    }

    private mutating func readPrefix() throws(GRPCStatus) {
        guard let flag = prefix.first, flag <= 1 else {
            throw GRPCStatus(Refusal.invalid("a message begins with a flag that is neither 0 nor 1"))
        }
        let length = prefix.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        guard length <= limit else { throw GRPCStatus(.tooLarge("the message is larger than \(limit) bytes")) }
        isCompressed = flag == 1
        left = length
    }
}
