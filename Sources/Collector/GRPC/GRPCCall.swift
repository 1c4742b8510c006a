import NIOCore

/// One call on a connection, from its headers until the client has taken the answer.
struct GRPCCall {
    enum Phase {
        /// The message is coming in.
        case receiving(Request)
        /// The message was handed over; the answer is not there yet.
        case handedOver(Withdrawal)
        case answered
    }

    /// A call whose message has not come as a whole.
    struct Request {
        let method: GRPCMethod
        let hasGzip: Bool
        let upload: Upload
        var message: GRPCMessage
        var pace: BodyPace
    }

    var phase: Phase
    /// Whether the client has said its last word.
    var isInputEnded = false
    /// When the client does not wait any more.
    var timeout = NIODeadline.distantFuture
    /// When the present phase must be looked at.
    var deadline: NIODeadline

    /// The next moment at which something may have to be done.
    var alarm: NIODeadline { min(timeout, deadline) }
}
