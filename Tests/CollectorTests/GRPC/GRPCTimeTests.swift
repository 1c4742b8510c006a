import Glibc
import NIOCore
import Synchronization
import Testing
import Wire

@testable import Collector

/// Slow, silent and impatient clients, with deadlines short enough for a test.
@Suite struct GRPCTimeTests {
    /// Requests that a test answers itself, or not at all.
    private final class Inbox: Sendable {
        let requests = Mutex<[(ExportRequest, @Sendable (ExportResult) -> Void)]>([])

        var count: Int { requests.withLock { $0.count } }
        var withdrawal: Withdrawal? { requests.withLock { $0.first?.0.withdrawal } }
        func answerFirst() { requests.withLock { $0.first?.1 }?(.stored(rejected: nil, warning: nil)) }
    }

    private static var short: HTTPLimits {
        var limits = HTTPLimits()
        limits.headTime = .milliseconds(150)
        limits.bodyTime = .milliseconds(400)
        limits.bodyGrace = .milliseconds(150)
        return limits
    }

    private func server(
        _ inbox: Inbox, limits: GRPCLimits = GRPCLimits(), httpLimits: HTTPLimits = HTTPLimits()
    ) throws -> TestGRPCServer {
        try TestGRPCServer(limits: limits, httpLimits: httpLimits) { request, reply in
            inbox.requests.withLock { $0.append((request, reply)) }
        }
    }

    @Test("a deadline that passes before the store begins leaves nothing behind")
    func deadline() throws {
        let inbox = Inbox()
        let server = try server(inbox)
        let answer = try server.client().call(HTTP2Client.head(extra: [("grpc-timeout", "50m")]))
        #expect(answer.status == 4)
        #expect(answer.text?.contains("nothing was stored") == true)
        #expect(inbox.withdrawal?.isWithdrawn == true)
        #expect(inbox.withdrawal?.close() == false)
    }

    @Test("a deadline that passes while the store writes says so")
    func lateDeadline() throws {
        let inbox = Inbox()
        let client = try server(inbox).client()
        let stream = client.begin(HTTP2Client.head(extra: [("grpc-timeout", "100m")]))
        client.data(HTTP2Client.message([]), on: stream)
        try waitUntil { inbox.count == 1 }
        #expect(inbox.withdrawal?.close() == true)
        let answer = try client.answer(on: stream)
        #expect(answer.status == 4)
        #expect(answer.text?.contains("sending again is safe") == true)
        inbox.answerFirst()
        #expect(try client.call(HTTP2Client.head(GRPCPath.health)).status == 0)
    }

    @Test("a deadline passes also while the message comes")
    func deadlineOfMessage() throws {
        let client = try TestGRPCServer().client()
        let stream = client.begin(HTTP2Client.head(extra: [("grpc-timeout", "50m")]))
        client.data([0, 0, 0], on: stream, isLast: false)
        #expect(try client.answer(on: stream).status == 4)
    }

    @Test("a call that the client gives up is withdrawn", arguments: [false, true])
    func cancelled(_ isConnectionLost: Bool) throws {
        let inbox = Inbox()
        let server = try server(inbox)
        var client: HTTP2Client? = try server.client()
        let stream = try #require(client?.begin(HTTP2Client.head()))
        client?.data(HTTP2Client.message([1]), on: stream)
        try waitUntil { inbox.count == 1 }
        if isConnectionLost {
            client = nil
        } else {
            client?.send(.reset, stream: stream, payload: [0, 0, 0, 8])
        }
        try waitUntil { inbox.withdrawal?.isWithdrawn == true }
        inbox.requests.withLock { $0.removeAll() }
        try waitUntil { server.budget.used == 0 }
    }

    @Test("a store that does not answer in time is said to be busy")
    func busyStore() throws {
        var limits = HTTPLimits()
        limits.storeTime = .milliseconds(100)
        let inbox = Inbox()
        let client = try server(inbox, httpLimits: limits).client()
        let answer = try client.call()
        #expect(answer.status == 14)
        #expect(answer.details != nil)
        inbox.answerFirst()
        #expect(try client.call(HTTP2Client.head(GRPCPath.health)).status == 0)
    }

    @Test("a message slower than the rate is cut off after the grace, and its connection is not")
    func slowMessage() throws {
        let server = try TestGRPCServer(httpLimits: Self.short)
        let client = try server.client()
        let stream = client.begin(HTTP2Client.head())
        client.data(HTTP2Client.message([1], length: 1 << 20), on: stream, isLast: false)
        #expect(try client.answer(on: stream).status == 4)
        // What is on its way for it is not heard.
        client.data([1, 2, 3], on: stream)
        #expect(try client.call().status == 0)
        #expect(server.budget.used == 0)
    }

    @Test("a message fast enough is cut off at the end of its time all the same")
    func endlessMessage() throws {
        let client = try TestGRPCServer(httpLimits: Self.short).client()
        let stream = client.begin(HTTP2Client.head())
        client.data(HTTP2Client.message([], length: 60 << 20), on: stream, isLast: false)
        for _ in 0..<200 {
            client.data([UInt8](repeating: 0, count: 1_000), on: stream, isLast: false)
            poll(nil, 0, 3)
        }
        #expect(try client.answer(on: stream).status == 4)
    }

    @Test("a client that never says its settings is left")
    func noSettings() throws {
        let server = try TestGRPCServer(httpLimits: Self.short)
        let client = try server.plainClient()
        client.send("PRI * HTTP/2.0\r\n")
        while try client.bytes(1) != nil {}
        try waitUntil { server.metrics.connections.value == 0 }
    }

    @Test("a client without calls is told to leave")
    func idle() throws {
        var limits = GRPCLimits()
        limits.idleTime = .milliseconds(150)
        let client = try TestGRPCServer(limits: limits).client()
        #expect(try client.call().status == 0)
        #expect(try client.goAway() == 0)
    }

    @Test("a client that does not hear that it is to leave is left")
    func leavesAlone() throws {
        var limits = GRPCLimits()
        limits.idleTime = .milliseconds(100)
        let server = try TestGRPCServer(
            limits: limits,
            httpLimits: {
                var limits = HTTPLimits()
                limits.lingerTime = .milliseconds(100)
                return limits
            }())
        let client = try server.client()
        try waitUntil { server.metrics.connections.value == 1 }
        try waitUntil { server.metrics.connections.value == 0 }
        #expect(try client.goAway() == 0)
    }

    @Test("an old connection is told to leave, and finishes its calls")
    func age() throws {
        var limits = GRPCLimits()
        limits.age = .milliseconds(200)
        let inbox = Inbox()
        let client = try server(inbox, limits: limits).client()
        let stream = client.begin(HTTP2Client.head())
        client.data(HTTP2Client.message([]), on: stream)
        while let frame = try client.next(), frame.type != .goAway {}
        inbox.answerFirst()
        #expect(try client.answer(on: stream).status == 0)
        #expect(try client.goAway() == 0)
    }

    @Test("stopping answers what was handed over and ends what is idle")
    func stopping() throws {
        let inbox = Inbox()
        let server = try server(inbox)
        let (busy, idle) = (try server.client(), try server.client())
        try waitUntil { server.metrics.connections.value == 2 }
        let stream = busy.begin(HTTP2Client.head())
        busy.data(HTTP2Client.message([]), on: stream)
        try waitUntil { inbox.count == 1 }
        let stopper = TestThread(server.drain)
        #expect(try idle.goAway() == 0)
        // Read before the answer: a connection that is reset behind it would take what is unread along.
        while let frame = try busy.next(), frame.type != .goAway {}
        inbox.answerFirst()
        #expect(try busy.answer(on: stream).status == 0)
        #expect(try busy.goAway() == 0)
        stopper.join()
    }

    @Test("a ping now and then is borne, and between answers as many as one likes")
    func pings() throws {
        let client = try TestGRPCServer().client()
        let ping = [UInt8](repeating: 1, count: 8)
        for _ in 0..<20 {
            for _ in 0..<4 { client.send(.ping, payload: ping) }
            #expect(try client.call().status == 0)
        }
    }
}
