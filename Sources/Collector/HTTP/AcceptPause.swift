import NIOCore

/// Lets a listener rest when a connection cannot be accepted, because no descriptor is free or memory is short. The connection stays
/// in the system's queue; asking again at once would only turn in a circle.
///
/// NIO's `AcceptBackoffHandler` delays the next read, but the listener stays registered for the read that failed, and turns.
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let length = TimeAmount.milliseconds(250)

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is IOError else { return context.fireErrorCaught(error) }
        context.channel.setOption(.autoRead, value: false).assumeIsolated().whenSuccess {
            context.eventLoop.assumeIsolated().scheduleTask(in: AcceptPause.length) {
                _ = context.channel.setOption(.autoRead, value: true)
            }
        }
    }
}
