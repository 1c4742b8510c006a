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
        case asked(RequestRules.Admission)
        /// A body that is read is coming in.
        case receiving(RequestRules.Admission, Upload)
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
        case .receiving(let admission, _): admission.format
        case .handedOver(let format, _): format
        case .waiting, .asked, .answered: .json
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        isHead = head.method == .HEAD
        do throws(Refusal) {
            let admission = try service.rules().admit(head)
            guard admission.readsBody else {
                state = .asked(admission)
                return
            }
            if case .flags = admission.endpoint {
                state = .receiving(admission, Upload(service.flagBudget))
            } else {
                if let trouble = service.trouble() { throw trouble }
                state = .receiving(admission, Upload(service.budget))
            }
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
        guard case .receiving(let admission, let upload) = state else { return }
        let limit = admission.bodyLimit(limits.body)
        guard upload.count + part.readableBytes <= limit else {
            return refuse(.tooLarge("the body is larger than \(limit) bytes"), admission.format, context)
        }
        do throws(Refusal) {
            try upload.append(part.readableBytesView, service)
        } catch {
            guard case .flags(let endpoint) = admission.endpoint else {
                return refuse(error, admission.format, context)
            }
            state = .answered
            send(service.flags.answer(endpoint, body: nil, known: nil), context)
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        switch state {
        case .waiting, .handedOver: break
        case .answered: state = .waiting
        case .asked(let admission):
            state = .waiting
            answer(admission, context)
        case .receiving(let admission, let upload): take(upload, admission, context)
        }
    }

    private func answer(_ admission: RequestRules.Admission, _ context: ChannelHandlerContext) {
        switch admission.endpoint {
        case .export: break
        case .vendor(let vendor): send(vendor.answer(host: admission.host), context)
        case .flags(let endpoint): send(service.flags.answer(endpoint, body: [], known: admission.known), context)
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

    /// Takes a whole body for what it is.
    private func take(_ upload: Upload, _ admission: RequestRules.Admission, _ context: ChannelHandlerContext) {
        switch admission.endpoint {
        case .flags(let endpoint):
            state = .waiting
            send(service.flags.answer(endpoint, body: upload.body.takeAll(), known: admission.known), context)
        case .export(let signal):
            service.metrics.receivedBytes.add(upload.body.count)
            let format = admission.format
            handOver(upload.body, signal, format, isGzip: admission.isGzip, upload.reservation, context) {
                .stored(rejected: $0, warning: $1, signal: signal, format: format)
            }
        case .vendor(let vendor):
            service.metrics.receivedBytes.add(upload.body.count)
            do throws(Refusal) {
                let bytes = upload.body.takeAll()
                let scores = try vendor == .ingestion ? LangfuseScores(ingestion: bytes) : LangfuseScores(scores: bytes)
                guard let logs = scores.logs else {
                    state = .waiting
                    return send(scores.answer, context)
                }
                let body = RequestBody()
                body.append(logs)
                handOver(body, .logs, .json, isGzip: false, upload.reservation, context) { _, _ in scores.answer }
            } catch {
                state = .waiting
                send(.refusal(error, format: .json), context)
            }
        case .health, .readiness, .metrics: break
        }
    }

    private func handOver(
        _ body: RequestBody, _ signal: Signal, _ format: BodyFormat, isGzip: Bool, _ reservation: DecodeReservation,
        _ context: ChannelHandlerContext, stored: @escaping @Sendable (Rejection?, String?) -> Answer
    ) {
        number &+= 1
        let current = number
        state = .handedOver(format: format, number: current)
        handedOver = .now()
        let request = ExportRequest(
            signal: signal, format: format, isGzip: isGzip, body: body, received: service.clock.now(),
            client: client, reservation: reservation)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        patience = eventLoop.scheduleTask(in: limits.storeTime) {
            let (handler, context) = bound.value
            handler.finish(
                .refused(.unavailable("the store is busy; what was sent may have been stored, sending again is safe")),
                number: current, context, stored: stored)
        }
        service.export(request) { result in
            eventLoop.execute {
                let (handler, context) = bound.value
                handler.finish(result, number: current, context, stored: stored)
            }
        }
    }

    private func finish(
        _ result: ExportResult, number: Int, _ context: ChannelHandlerContext,
        stored: (Rejection?, String?) -> Answer
    ) {
        // The connection may have gone, or the answer may have been given already: what was stored stays stored.
        guard case .handedOver(let format, number) = state else { return }
        patience?.cancel()
        state = .waiting
        service.metrics.exportTimes.observe(Nanoseconds((.now() - handedOver).nanoseconds))
        switch result {
        case .stored(let rejected, let warning):
            send(stored(rejected, warning), context)
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
        var headers = HTTPHeaders()
        // The answer to HEAD has no body of which a type could be said, and "not modified" is about a body that is not sent.
        if answer.status != .notModified {
            headers.add(name: "Content-Length", value: String(answer.body.count))
            if !isHead { headers.add(name: "Content-Type", value: answer.contentType) }
        }
        headers.add(contentsOf: answer.headers)
        let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isHead, !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
