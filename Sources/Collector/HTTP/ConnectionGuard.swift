import NIOCore
import NIOHTTP1

/// Stands between the socket and NIO's HTTP decoder and lets through only what one reader can understand: whole, checked heads
/// and bodies of known length, one request at a time. It owns the connection's deadlines and its end.
///
/// What it refuses it reports as a `RefusedRequest` error down the pipeline; the handler of requests answers it. It sees that
/// answer pass on its way out, and then closes as the rules want it: our side first, and the rest only when the client has
/// had the chance to read.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        /// Nothing of the next request has come.
        case idle
        /// Part of a head has come.
        case head
        case body(BodyReader)
        /// The request is complete; its answer is not.
        case answering
        /// The connection ends with the present answer; what still comes is thrown away, up to a limit.
        case ending(read: Int)
        case closed
    }

    private enum BodyReader {
        case length(left: Int)
        case chunked(ChunkScanner)
    }

    private let limits: HTTPLimits
    private var phase = Phase.idle
    private var pending = ByteBuffer()
    /// Of the present request; kept until the next one, because it knows in which type errors are to be said.
    private var scanner = HeadScanner()
    /// Whether no other request follows the present one.
    private var closesAfterAnswer = false
    private var isAnswerSent = false
    private var inputClosed = false
    private var isProcessing = false
    private var heldRead = false
    private var pace = BodyPace()
    private var deadline = NIODeadline.distantFuture
    private var alarm: Scheduled<Void>?
    private var alarmTime = NIODeadline.distantFuture

    init(limits: HTTPLimits) { self.limits = limits }
}

/// A request that the guard refused, and whether its error is to be said in protobuf.
struct RefusedRequest: Error {
    var refusal: Refusal
    var isProtobuf: Bool
}

/// Tells a connection that the collector stops: it ends now when it is idle, else with its present answer.
struct StopServing: Sendable {}

// MARK: What comes in

extension ConnectionGuard {
    func channelActive(context: ChannelHandlerContext) {
        setDeadline(limits.idleTime, context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if pending.readableBytes == 0 { pending = bytes } else { pending.writeBuffer(&bytes) }
        process(context)
    }

    func read(context: ChannelHandlerContext) {
        // While an answer is owed, a client that keeps sending fills its own buffers, not ours.
        if case .answering = phase, pending.readableBytes > 0 { heldRead = true } else { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            inputClosed = true
            process(context)
        case is StopServing:
            closesAfterAnswer = true
            if case .idle = phase { close(context) }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closed
        alarm?.cancel()
        context.fireChannelInactive()
    }

    /// Passes on as much of `pending` as the present phase allows. Whatever is passed on may be answered at once, which
    /// changes the phase, so that it is looked at anew each time; and that must not lead back in here, or a client could nest
    /// as many calls as it can send requests in one packet.
    private func process(_ context: ChannelHandlerContext) {
        guard !isProcessing else { return }
        isProcessing = true
        defer { isProcessing = false }
        passPending(context)
        guard inputClosed else { return }
        switch phase {
        case .idle: close(context)
        case .ending: if isAnswerSent { close(context) }
        case .head, .body: refuse(.malformed("the connection ended within the request"), context)
        case .answering, .closed: break
        }
    }

    private func passPending(_ context: ChannelHandlerContext) {
        while pending.readableBytes > 0 {
            switch phase {
            case .idle:
                (phase, scanner) = (.head, HeadScanner())
                setDeadline(limits.headTime, context)
            case .head: guard passHead(context) else { return }
            case .body(let reader): passBody(reader, context)
            case .answering: return
            case .ending(let read):
                let total = read + pending.readableBytes
                pending.clear()
                phase = .ending(read: total)
                if total > limits.drained, isAnswerSent { close(context) }
            case .closed: pending.clear()
            }
        }
    }

    /// Passes the head on when it is complete; false when more of it must come.
    private func passHead(_ context: ChannelHandlerContext) -> Bool {
        do throws(Refusal) {
            guard let head = try scanner.scan(pending, limits: limits) else { return false }
            closesAfterAnswer = closesAfterAnswer || head.findings.closes
            isAnswerSent = false
            switch head.findings.framing {
            case .none:
                phase = .answering
                deadline = .distantFuture
            case .length(let count): beginBody(.length(left: count), context)
            case .chunked: beginBody(.chunked(ChunkScanner()), context)
            }
            if let bytes = pending.readSlice(length: head.count) { context.fireChannelRead(wrapInboundOut(bytes)) }
        } catch {
            refuse(error, context)
        }
        return true
    }

    private func beginBody(_ reader: BodyReader, _ context: ChannelHandlerContext) {
        phase = .body(reader)
        pace = BodyPace()
        setDeadline(BodyPace.firstLook(limits), context)
    }

    private func passBody(_ reader: BodyReader, _ context: ChannelHandlerContext) {
        var count: Int
        var rest: BodyReader?
        switch reader {
        case .length(let left):
            count = min(left, pending.readableBytes)
            rest = count == left ? nil : .length(left: left - count)
        case .chunked(var scanner):
            do throws(Refusal) {
                let scanned = try pending.withUnsafeReadableBytes { (bytes) throws(Refusal) in try scanner.scan(bytes) }
                count = scanned.count
                rest = scanned.isComplete ? nil : .chunked(scanner)
            } catch {
                return refuse(error, context)
            }
        }
        pace.bytes += count
        if let rest {
            phase = .body(rest)
        } else {
            phase = .answering
            deadline = .distantFuture
        }
        if let bytes = pending.readSlice(length: count) { context.fireChannelRead(wrapInboundOut(bytes)) }
    }

    private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        isAnswerSent = false
        closesAfterAnswer = true
        phase = .ending(read: 0)
        setDeadline(limits.answerTime, context)
        context.fireErrorCaught(RefusedRequest(refusal: refusal, isProtobuf: scanner.inspector.isProtobuf))
    }
}

// MARK: What goes out

extension ConnectionGuard {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            switch phase {
            case .answering, .closed: break
            case .idle, .head, .body, .ending: beginEnding()
            }
            if head.headers.contains(name: "connection") || (inputClosed && pending.readableBytes == 0) {
                closesAfterAnswer = true
            }
            if closesAfterAnswer {
                head.headers.replaceOrAdd(name: "Connection", value: "close")
            }
            setDeadline(limits.answerTime, context)
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end(let trailers):
            let written = promise ?? context.eventLoop.makePromise(of: Void.self)
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            written.futureResult.whenSuccess {
                let (connection, context) = bound.value
                connection.answered(context)
            }
            context.write(wrapOutboundOut(.end(trailers)), promise: written)
        case let part: context.write(wrapOutboundOut(part), promise: promise)
        }
    }

    /// An answer before the end of the request: what is left of the request is not served, nor is anything after it.
    private func beginEnding() {
        closesAfterAnswer = true
        if case .ending = phase { return }
        phase = .ending(read: 0)
    }

    private func answered(_ context: ChannelHandlerContext) {
        if case .closed = phase { return }
        isAnswerSent = true
        if closesAfterAnswer {
            if case .answering = phase { phase = .ending(read: 0) }
            setDeadline(limits.lingerTime, context)
            context.close(mode: .output, promise: nil)
        } else {
            phase = .idle
            setDeadline(limits.idleTime, context)
        }
        process(context)
        resumeReading(context)
    }

    private func resumeReading(_ context: ChannelHandlerContext) {
        guard heldRead else { return }
        if case .answering = phase, pending.readableBytes > 0 { return }
        heldRead = false
        context.read()
    }

    private func close(_ context: ChannelHandlerContext) {
        if case .closed = phase { return }
        phase = .closed
        pending.clear()
        alarm?.cancel()
        context.close(promise: nil)
    }
}

// MARK: Deadlines

extension ConnectionGuard {
    /// Sets the moment by which the present phase must have ended. The alarm is moved only when it would ring too late:
    /// most requests end long before, and then it rings once for many of them.
    private func setDeadline(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline = .now() + time
        if deadline < alarmTime { setAlarm(context) }
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarmTime = deadline
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: deadline) {
            let (connection, context) = bound.value
            connection.ring(context)
        }
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarmTime = .distantFuture
        let now = NIODeadline.now()
        guard now >= deadline else {
            if deadline != .distantFuture { setAlarm(context) }
            return
        }
        switch phase {
        case .head: refuse(.headTooSlow, context)
        case .body:
            guard let next = pace.nextLook(after: now, limits) else { return refuse(.bodyTooSlow, context) }
            deadline = next
            setAlarm(context)
        case .idle, .answering, .ending: close(context)
        case .closed: break
        }
    }
}
