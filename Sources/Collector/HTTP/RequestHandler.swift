import Domain
import NIOCore
import NIOHTTP1
import Wire

/// Serves the requests of one connection, one at a time: decides on the head, collects the body, hands it over, answers.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// For the head of a request.
        case waiting
        /// Something small is asked; the answer follows the end of the request.
        case asked(Endpoint)
        /// An export request is coming in.
        case receiving(Signal, RequestRules.Admission, Upload)
        /// An export request was handed over; its result carries the number.
        case handedOver(format: BodyFormat, number: Int)
        /// The request was answered before its end.
        case answered
    }

    private let service: HTTPService
    private let limits: HTTPLimits
    private let client: String
    private var state = State.waiting
    private var isHead = false
    private var number = 0
    private var handedOver = NIODeadline.distantPast
    private var patience: Scheduled<Void>?

    init(service: HTTPService, limits: HTTPLimits, client: String) {
        (self.service, self.limits, self.client) = (service, limits, client)
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
        case let refused as RefusedRequest: refuse(refused.refusal, refused.isProtobuf ? .protobuf : .json, context)
        case is HTTPParserError:
            var refusal = Refusal.malformed("the request is not HTTP")
            refusal.headers.append(("Connection", "close"))
            refuse(refusal, format, context)
        default: context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        state = .answered
        context.fireChannelInactive()
    }

    /// The type of the present request, as far as it is known.
    private var format: BodyFormat {
        switch state {
        case .receiving(_, let admission, _): admission.format
        case .handedOver(let format, _): format
        case .waiting, .asked, .answered: .json
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        isHead = head.method == .HEAD
        do throws(Refusal) {
            let admission = try service.rules().admit(head)
            guard case .export(let signal) = admission.endpoint else {
                state = .asked(admission.endpoint)
                return
            }
            if let trouble = service.trouble() { throw trouble }
            state = .receiving(signal, admission, Upload(service))
            if admission.expectsContinue {
                context.writeAndFlush(
                    wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
            }
        } catch {
            let format = head.headers.first(name: "content-type").flatMap { BodyFormat(contentType: $0) }
            refuse(error, format ?? .json, context)
        }
    }

    private func append(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .receiving(_, let admission, let upload) = state else { return }
        guard upload.count + part.readableBytes <= limits.body else {
            return refuse(.tooLarge("the body is larger than \(limits.body) bytes"), admission.format, context)
        }
        do throws(Refusal) {
            try upload.append(part.readableBytesView, service)
        } catch {
            refuse(error, admission.format, context)
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        switch state {
        case .waiting, .handedOver: break
        case .answered: state = .waiting
        case .asked(let endpoint):
            state = .waiting
            answer(endpoint, context)
        case .receiving(let signal, let admission, let upload): handOver(signal, admission, upload, context)
        }
    }

    private func answer(_ endpoint: Endpoint, _ context: ChannelHandlerContext) {
        switch endpoint {
        case .export: break
        case .health: send(.text("ok\n"), context)
        case .readiness:
            if let trouble = service.readiness() {
                send(.refusal(trouble, format: .json), context)
            } else {
                send(.text("ready\n"), context)
            }
        case .metrics:
            send(.text(service.metricsText(), contentType: "text/plain; version=0.0.4; charset=utf-8"), context)
        }
    }

    private func handOver(
        _ signal: Signal, _ admission: RequestRules.Admission, _ upload: Upload, _ context: ChannelHandlerContext
    ) {
        number &+= 1
        let (format, current) = (admission.format, number)
        state = .handedOver(format: format, number: current)
        handedOver = .now()
        service.metrics.receivedBytes.add(upload.body.count)
        let request = ExportRequest(
            signal: signal, format: format, isGzip: admission.isGzip, body: upload.body,
            received: service.clock.now(), client: client, reservation: upload.reservation)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        patience = eventLoop.scheduleTask(in: limits.storeTime) {
            let (handler, context) = bound.value
            handler.finish(
                .refused(.unavailable("the store is busy; what was sent may have been stored, sending again is safe")),
                signal: signal, number: current, context)
        }
        service.export(request) { result in
            eventLoop.execute {
                let (handler, context) = bound.value
                handler.finish(result, signal: signal, number: current, context)
            }
        }
    }

    private func finish(_ result: ExportResult, signal: Signal, number: Int, _ context: ChannelHandlerContext) {
        // The connection may have gone, or the answer may have been given already: what was stored stays stored.
        guard case .handedOver(let format, number) = state else { return }
        patience?.cancel()
        state = .waiting
        service.metrics.exportTimes.observe(Nanoseconds((.now() - handedOver).nanoseconds))
        switch result {
        case .stored(let rejected, let warning):
            send(.stored(rejected: rejected, warning: warning, signal: signal, format: format), context)
        case .refused(let refusal): send(.refusal(refusal, format: format), context)
        case .withdrawn: break
        }
    }

    private func refuse(_ refusal: Refusal, _ format: BodyFormat, _ context: ChannelHandlerContext) {
        switch state {
        case .answered: return
        case .waiting, .asked, .receiving, .handedOver: state = .answered
        }
        patience?.cancel()
        send(.refusal(refusal, format: format), context)
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        service.metrics.answers.add(.init(answer.status))
        var headers = HTTPHeaders([("Content-Length", String(answer.body.count))])
        // The answer to HEAD has no body of which a type could be said.
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
