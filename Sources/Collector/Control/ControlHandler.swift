import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves the requests of one connection to the control socket, one at a time.
final class ControlHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// For the head of a request.
        case waiting
        /// A request is coming in.
        case receiving(ControlRequest)
        /// A request was handed over; its answer carries the number.
        case handedOver(number: Int)
        /// The request was answered before its end.
        case answered
    }

    private let peer: Peer
    private let service: ControlService
    private let workers: ControlWorkers
    private let limits: HTTPLimits
    private var state = State.waiting
    private var isHead = false
    private var number = 0
    private var patience: Scheduled<Void>?

    init(peer: Peer, service: ControlService, workers: ControlWorkers, limits: HTTPLimits) {
        (self.peer, self.service, self.workers, self.limits) = (peer, service, workers, limits)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let part): append(part, context)
        case .end: end(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let refused as RefusedRequest: refuse(ControlFailure(refused.refusal), context)
        case is HTTPParserError:
            var failure = ControlFailure.invalid("the request is not HTTP")
            failure.headers.append(("Connection", "close"))
            refuse(failure, context)
        default: context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        state = .answered
        context.fireChannelInactive()
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        isHead = head.method == .HEAD
        do throws(ControlFailure) {
            let request = try ControlRequest(head, by: peer, service.rules)
            state = .receiving(request)
            if request.expectsContinue {
                context.writeAndFlush(
                    wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
            }
        } catch {
            if error.status == .forbidden { service.noteDenial(of: head, to: peer) }
            refuse(error, context)
        }
    }

    private func append(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .receiving(var request) = state else { return }
        guard request.body.count + part.readableBytes <= request.endpoint.bodyLimit else {
            return refuse(
                ControlFailure(Refusal.tooLarge("the body is larger than \(request.endpoint.bodyLimit) bytes")), context
            )
        }
        // The state lets go of the body, or appending would copy it.
        state = .waiting
        request.body.append(contentsOf: part.readableBytesView)
        state = .receiving(request)
    }

    private func end(_ context: ChannelHandlerContext) {
        switch state {
        case .waiting, .handedOver: break
        case .answered: state = .waiting
        case .receiving(let request): handOver(request, context)
        }
    }

    private func handOver(_ request: ControlRequest, _ context: ChannelHandlerContext) {
        number &+= 1
        let current = number
        state = .handedOver(number: current)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        patience = eventLoop.scheduleTask(in: limits.storeTime) {
            let (handler, context) = bound.value
            let refusal = Refusal.unavailable(
                "the store is busy; it may have been done, sending it again with the same key is safe")
            handler.finish(ControlFailure(refusal).answer, number: current, context)
        }
        let service = service
        workers.run {
            service.answer(request)
        } whenDone: { answer in
            eventLoop.execute {
                let (handler, context) = bound.value
                handler.finish(answer, number: current, context)
            }
        }
    }

    private func finish(_ answer: Answer, number: Int, _ context: ChannelHandlerContext) {
        // The connection may have gone, or the answer may have been given already.
        guard case .handedOver(number) = state else { return }
        patience?.cancel()
        state = .waiting
        send(answer, context)
    }

    private func refuse(_ failure: ControlFailure, _ context: ChannelHandlerContext) {
        if case .answered = state { return }
        state = .answered
        patience?.cancel()
        send(failure.answer, context)
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders([("Content-Length", String(answer.body.count)), ("Cache-Control", "no-store")])
        if !isHead { headers.add(name: "Content-Type", value: answer.contentType) }
        headers.add(contentsOf: answer.headers)
        let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isHead, !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
