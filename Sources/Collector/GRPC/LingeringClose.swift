import NIOCore

/// Stands between the socket and everything else and makes of a close one after which the client still reads what was said
/// last: our side ends first, what comes then is thrown away, and the rest follows when the client ends, has sent too much or
/// had its time.
final class LingeringClose: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let time: TimeAmount
    private let limit: Int
    private var isClosing = false
    private var dropped = 0

    init(_ limits: HTTPLimits) { (time, limit) = (limits.lingerTime, limits.drained) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard isClosing else { return context.fireChannelRead(data) }
        dropped += unwrapInboundIn(data).readableBytes
        if dropped > limit { context.close(promise: nil) }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, !isClosing, context.channel.isActive else {
            return context.close(mode: mode, promise: promise)
        }
        isClosing = true
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.close(mode: .output).assumeIsolated().whenFailure { _ in bound.value.close(promise: nil) }
        let cut = context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
        context.channel.closeFuture.whenComplete { _ in cut.cancel() }
        if let promise { context.channel.closeFuture.cascade(to: promise) }
    }
}
