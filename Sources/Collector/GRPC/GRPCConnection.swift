import Domain
import NIOCore
import NIOHPACK
import NIOHTTP2

/// Serves the calls of one connection: decides on their headers, collects their messages, hands them over, answers. It owns the
/// connection's deadlines, its flow control and its end; the rules of HTTP/2 themselves are kept by NIO's handler before it.
final class GRPCConnection: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private enum Phase {
        /// The client's settings have not come.
        case opening
        case serving
        /// The client was told to leave; calls end as usual, and the connection with the last of them.
        case leaving(isUnderstood: Bool)
        case closed
    }

    private let service: HTTPService
    private let limits: GRPCLimits
    private let httpLimits: HTTPLimits
    private let watch: GoAwayWatch
    private let client: String
    private var phase = Phase.opening
    private var calls: [HTTP2StreamID: GRPCCall] = [:]
    private var lastCall = HTTP2StreamID.rootStream
    private var pings: PingLimit
    private var windowUpdates = 0
    private var oldAge = NIODeadline.distantFuture
    /// By which the present phase must have ended.
    private var deadline = NIODeadline.distantFuture
    private var alarm: Scheduled<Void>?
    private var alarmTime = NIODeadline.distantFuture
    /// What the client sends back when it has understood that it is to leave.
    private static let leavePing = HTTP2PingData(withInteger: 0x6C65_6176_65)

    init(service: HTTPService, limits: GRPCLimits, httpLimits: HTTPLimits, watch: GoAwayWatch, client: String) {
        (self.service, self.limits, self.httpLimits) = (service, limits, httpLimits)
        (self.watch, self.client) = (watch, client)
        pings = PingLimit(limits)
    }
}

// MARK: What comes in

extension GRPCConnection {
    func channelActive(context: ChannelHandlerContext) {
        setDeadline(.now() + httpLimits.headTime, context)
        // The window of the connection begins as HTTP/2 says, whatever the settings are.
        write(.rootStream, .windowUpdate(windowSizeIncrement: limits.window - 65_535), context)
        context.flush()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What was read together with the frame for which the connection was given up.
        if case .closed = phase { return }
        let frame = unwrapInboundIn(data)
        switch frame.payload {
        case .headers(let headers):
            if calls[frame.streamID] == nil {
                begin(frame.streamID, headers.headers, isLast: headers.endStream, context)
            } else if headers.endStream {
                end(frame.streamID, context)
            }
        case .data(let part):
            if case .byteBuffer(let bytes) = part.data { append(bytes, to: frame.streamID, context) }
            if part.endStream { end(frame.streamID, context) }
        case .settings(.settings): if case .opening = phase { serve(context) }
        case .ping(GRPCConnection.leavePing, ack: true): leaveIsUnderstood(context)
        case .ping(_, ack: false): if !pings.admit(at: .now()) { giveUp("too_many_pings", context) }
        case .windowUpdate:
            windowUpdates += 1
            if windowUpdates > limits.windowUpdates { giveUp("too_many_window_updates", context) }
        default: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.flush()
        context.fireChannelReadComplete()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let event as StreamClosedEvent: closed(event.streamID, context)
        case let event as NIOHTTP2WindowUpdatedEvent: widen(event, context)
        case is StopServing: leave(context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if watch.isGivenUp || error is IOError { close(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closed
        alarm?.cancel()
        for stream in Array(calls.keys) { closed(stream, context) }
        context.fireChannelInactive()
    }
}

// MARK: Calls

extension GRPCConnection {
    private func begin(
        _ stream: HTTP2StreamID, _ headers: HPACKHeaders, isLast: Bool, _ context: ChannelHandlerContext
    ) {
        lastCall = max(lastCall, stream)
        var call = GRPCCall(phase: .answered, isInputEnded: isLast, deadline: .distantFuture)
        do throws(GRPCRequest.Fault) {
            let request = try GRPCRequest(headers, rules: service.rules())
            if case .export = request.method, let trouble = service.trouble() { throw .status(GRPCStatus(trouble)) }
            let now = NIODeadline.now()
            call.phase = .receiving(
                .init(
                    method: request.method, hasGzip: request.hasGzip, upload: Upload(service.budget),
                    message: GRPCMessage(limit: httpLimits.body), pace: BodyPace(start: now)))
            call.timeout = request.timeout.map { now + $0 } ?? .distantFuture
            call.deadline = now + BodyPace.firstLook(httpLimits)
            calls[stream] = call
            setAlarm(by: call.alarm, context)
            if isLast { end(stream, context) }
        } catch {
            calls[stream] = call
            switch error {
            case .http(let status): answer(stream, .http(status: status), context)
            case .status(let status): answer(stream, .failure(status), context)
            }
        }
    }

    private func append(_ bytes: ByteBuffer, to stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard var call = calls[stream], case .receiving(var request) = call.phase else { return }
        do throws(GRPCStatus) {
            let content = try request.message.content(of: bytes.readableBytesView)
            request.pace.bytes += bytes.readableBytes
            do throws(Refusal) { try request.upload.append(content, service) } catch { throw GRPCStatus(error) }
            call.phase = .receiving(request)
            calls[stream] = call
        } catch {
            answer(stream, .failure(error), context)
        }
    }

    private func end(_ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        calls[stream]?.isInputEnded = true
        guard case .receiving(let request) = calls[stream]?.phase else { return }
        guard request.message.isComplete else { return answer(stream, .failure(.unaryMessage), context) }
        guard !request.message.isCompressed || request.hasGzip else {
            return answer(stream, .failure(.compressedWithoutEncoding), context)
        }
        switch request.method {
        case .export(let signal): handOver(stream, request, signal, context)
        case .health:
            let isReady = service.readiness() == nil
            answer(stream, GRPCHealth.answer(to: request.upload.body.takeAll(), isReady: isReady), context)
        }
    }

    private func handOver(
        _ stream: HTTP2StreamID, _ request: GRPCCall.Request, _ signal: Signal, _ context: ChannelHandlerContext
    ) {
        service.metrics.receivedBytes.add(request.upload.count)
        let export = ExportRequest(
            signal: signal, format: .protobuf, isGzip: request.message.isCompressed, body: request.upload.body,
            received: service.clock.now(), client: client, reservation: request.upload.reservation)
        let begun = NIODeadline.now()
        calls[stream]?.phase = .handedOver(export.withdrawal)
        calls[stream]?.deadline = begun + httpLimits.storeTime
        setAlarm(by: begun + httpLimits.storeTime, context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        service.export(export) { result in
            eventLoop.execute {
                let (connection, context) = bound.value
                connection.finish(stream, result, signal, begun: begun, context)
            }
        }
    }

    private func finish(
        _ stream: HTTP2StreamID, _ result: ExportResult, _ signal: Signal, begun: NIODeadline,
        _ context: ChannelHandlerContext
    ) {
        // The client may have gone or been answered already: what was stored stays stored.
        guard case .handedOver = calls[stream]?.phase else { return }
        service.metrics.exportTimes.observe(Nanoseconds((.now() - begun).nanoseconds))
        switch result {
        case .stored(let rejected, let warning):
            let response = ExportResponse(rejected: rejected, warning: warning, signal: signal)
            answer(stream, .message(response.protobuf), context)
        case .refused(let refusal): answer(stream, .failure(GRPCStatus(refusal)), context)
        case .withdrawn: break
        }
    }

    private func answer(_ stream: HTTP2StreamID, _ answer: GRPCAnswer, _ context: ChannelHandlerContext) {
        service.metrics.grpcAnswers.add(.init(answer))
        pings.answered()
        windowUpdates = 0
        let isInputEnded = calls[stream]?.isInputEnded ?? true
        calls[stream]?.phase = .answered
        calls[stream]?.timeout = .distantFuture
        calls[stream]?.deadline = .now() + httpLimits.answerTime
        setAlarm(by: .now() + httpLimits.answerTime, context)
        for frame in answer.frames(on: stream) { context.write(wrapOutboundOut(frame), promise: nil) }
        // What the client still sends of this call would be for nothing.
        if !isInputEnded { write(stream, .rstStream(.noError), context) }
        context.flush()
    }

    /// The call is over for both sides, or was given up by one.
    private func closed(_ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard let call = calls.removeValue(forKey: stream) else { return }
        if case .handedOver(let withdrawal) = call.phase { withdrawal.withdraw() }
        guard calls.isEmpty else { return }
        switch phase {
        case .serving: setDeadline(min(oldAge, .now() + limits.idleTime), context)
        case .leaving(isUnderstood: true): close(context)
        case .opening, .leaving, .closed: break
        }
    }
}

// MARK: The connection

extension GRPCConnection {
    private func serve(_ context: ChannelHandlerContext) {
        phase = .serving
        let tenth = limits.age.nanoseconds / 10
        oldAge = .now() + limits.age + .nanoseconds(.random(in: -tenth...tenth))
        setDeadline(min(oldAge, .now() + limits.idleTime), context)
    }

    /// Asks for more of what came in, half a window at a time.
    private func widen(_ event: NIOHTTP2WindowUpdatedEvent, _ context: ChannelHandlerContext) {
        guard let size = event.inboundWindowSize, size <= limits.window / 2 else { return }
        if event.streamID != .rootStream {
            guard case .receiving = calls[event.streamID]?.phase else { return }
        }
        write(event.streamID, .windowUpdate(windowSizeIncrement: limits.window - size), context)
    }

    /// Tells the client to begin no more calls here. Those that are on their way may still come until it has understood.
    private func leave(_ context: ChannelHandlerContext) {
        switch phase {
        case .opening: close(context)
        case .serving:
            phase = .leaving(isUnderstood: false)
            setDeadline(.now() + (calls.isEmpty ? httpLimits.lingerTime : limits.graceTime), context)
            write(.rootStream, .goAway(lastStreamID: .maxID, errorCode: .noError, opaqueData: nil), context)
            write(.rootStream, .ping(GRPCConnection.leavePing, ack: false), context)
            context.flush()
        case .leaving, .closed: break
        }
    }

    private func leaveIsUnderstood(_ context: ChannelHandlerContext) {
        guard case .leaving(isUnderstood: false) = phase else { return }
        phase = .leaving(isUnderstood: true)
        write(.rootStream, .goAway(lastStreamID: lastCall, errorCode: .noError, opaqueData: nil), context)
        if calls.isEmpty { close(context) }
    }

    /// Ends the connection of a client that asks too much.
    private func giveUp(_ reason: String, _ context: ChannelHandlerContext) {
        if case .closed = phase { return }
        write(
            .rootStream,
            .goAway(lastStreamID: lastCall, errorCode: .enhanceYourCalm, opaqueData: ByteBuffer(string: reason)),
            context)
        close(context)
    }

    private func close(_ context: ChannelHandlerContext) {
        if case .closed = phase { return }
        phase = .closed
        alarm?.cancel()
        context.flush()
        context.close(promise: nil)
    }

    private func write(_ stream: HTTP2StreamID, _ payload: HTTP2Frame.FramePayload, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(HTTP2Frame(streamID: stream, payload: payload)), promise: nil)
    }
}

// MARK: Deadlines

extension GRPCConnection {
    private func setDeadline(_ time: NIODeadline, _ context: ChannelHandlerContext) {
        deadline = time
        setAlarm(by: time, context)
    }

    /// Sees to it that the alarm rings at `time` or before. It is never moved back: most calls end long before their
    /// deadlines, and then it rings once for many of them.
    private func setAlarm(by time: NIODeadline, _ context: ChannelHandlerContext) {
        guard time < alarmTime else { return }
        alarm?.cancel()
        alarmTime = time
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: time) {
            let (connection, context) = bound.value
            connection.ring(context)
        }
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarmTime = .distantFuture
        let now = NIODeadline.now()
        for (stream, call) in calls where call.alarm <= now { expire(stream, call, now, context) }
        if deadline <= now { expire(now, context) }
        if case .closed = phase { return }
        let next = calls.values.reduce(deadline) { min($0, $1.alarm) }
        if next < .distantFuture { setAlarm(by: next, context) }
    }

    private func expire(
        _ stream: HTTP2StreamID, _ call: GRPCCall, _ now: NIODeadline, _ context: ChannelHandlerContext
    ) {
        let isTimeout = call.timeout <= now
        switch call.phase {
        case .receiving where isTimeout:
            answer(
                stream, .failure(GRPCStatus(.deadlineExceeded, "the deadline passed before the message came")), context)
        case .receiving(let request):
            if let next = request.pace.nextLook(after: now, httpLimits) {
                calls[stream]?.deadline = next
            } else {
                answer(stream, .failure(GRPCStatus(.bodyTooSlow)), context)
            }
        case .handedOver(let withdrawal):
            let isStored = !withdrawal.withdraw()
            let end = isStored ? "what was sent may have been stored, sending again is safe" : "nothing was stored"
            let status =
                isTimeout
                ? GRPCStatus(.deadlineExceeded, "the deadline passed; \(end)")
                : GRPCStatus(.unavailable("the store is busy; \(end)"))
            answer(stream, .failure(status), context)
        case .answered: giveUp("answers_not_taken", context)
        }
    }

    private func expire(_ now: NIODeadline, _ context: ChannelHandlerContext) {
        switch phase {
        case .serving where calls.isEmpty || oldAge <= now: leave(context)
        case .serving: deadline = oldAge
        case .opening, .leaving: close(context)
        case .closed: break
        }
    }
}
