import NIOCore

/// Tells a client that there are too many connections, and ends its own.
final class CrowdedHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The answer, before anything is known of the request.
    private static var answer: String {
        let answer = Answer.refusal(.unavailable("there are too many clients"), format: .json)
        let headers = answer.headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        return "HTTP/1.1 503 Service Unavailable\r\n\(headers)Content-Type: \(answer.contentType)\r\n"
            + "Content-Length: \(answer.body.count)\r\nConnection: close\r\n\r\n"
            + String(decoding: answer.body, as: UTF8.self)
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: CrowdedHandler.answer)), promise: nil)
        context.close(mode: .output, promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .seconds(1)) { bound.value.close(promise: nil) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
