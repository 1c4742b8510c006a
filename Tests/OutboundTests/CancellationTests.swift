import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
    let client = OutboundClient(policy: OutboundPolicy.judge.allowingLoopback)

    @Test func cancellingEndsARequestThatHangs() async throws {
        let reached = Mutex(false)
        let gone = Mutex(false)
        let server = try LocalServer { connection in
            _ = connection.readRequest()
            reached.withLock { $0 = true }
            connection.waitForEnd()
            gone.withLock { $0 = true }
        }
        defer { server.stop() }
        let task = Task { [client] in try await client.response(to: HTTPRequest(.get, server.url)) }
        while !reached.withLock({ $0 }) { await Task.yield() }
        let clock = ContinuousClock()
        let start = clock.now
        task.cancel()
        let result = await task.result
        #expect(throws: OutboundError.cancelled) { try result.get() }
        #expect(clock.now - start < .milliseconds(500))
        // The connection goes too, not only the one who waits.
        while !gone.withLock({ $0 }) { await Task.yield() }
    }

    @Test func aTaskThatIsCancelledBeforeItBeginsSendsNothing() async throws {
        let server = try LocalServer { $0.waitForEnd() }
        defer { server.stop() }
        for _ in 0..<50 {
            let task = Task { [client] in
                while !Task.isCancelled { await Task.yield() }
                return try await client.response(to: HTTPRequest(.get, server.url))
            }
            task.cancel()
            let result = await task.result
            #expect(throws: OutboundError.cancelled) { try result.get() }
        }
        #expect(server.connections == 0)
    }

    @Test func anExchangeCancelledBeforeItIsQueuedIsNotStarted() throws {
        let server = try LocalServer { $0.waitForEnd() }
        defer { server.stop() }
        let engine = Engine(policy: OutboundPolicy.judge.allowingLoopback)
        engine.start()
        defer { engine.close() }
        let exchange = Exchange(HTTPRequest(.get, server.url), scheme: .http)
        engine.cancel(exchange)
        engine.submit(exchange)
        let outcome = Mutex<Exchange.Outcome?>(nil)
        exchange.whenFinished { result in outcome.withLock { $0 = result } }
        #expect(throws: OutboundError.cancelled) { try outcome.withLock { $0 }?.get() }
        #expect(server.connections == 0)
    }

    @Test func closingEndsWhatIsUnderWayAndRefusesTheRest() async throws {
        let reached = Mutex(false)
        let server = try LocalServer { connection in
            _ = connection.readRequest()
            reached.withLock { $0 = true }
            connection.waitForEnd()
        }
        defer { server.stop() }
        let task = Task { [client] in try await client.response(to: HTTPRequest(.get, server.url)) }
        while !reached.withLock({ $0 }) { await Task.yield() }
        client.close()
        let result = await task.result
        #expect(throws: OutboundError.closed) { try result.get() }
        #expect(throws: OutboundError.closed) { try client.send(HTTPRequest(.get, server.url)) }
    }

    @Test func lettingTheClientGoWithARequestUnderWayIsHarmless() async throws {
        let server = try LocalServer { connection in
            _ = connection.readRequest()
            connection.answer("ok")
        }
        defer { server.stop() }
        for _ in 0..<20 {
            let response = try OutboundClient(policy: OutboundPolicy.judge.allowingLoopback).send(
                HTTPRequest(.get, server.url))
            #expect(response.status == 200)
        }
    }
}
