import Domain
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(2))) struct SimulatedApplicationTests {
    /// What a collector has received, request by request.
    private final class Received: Sendable {
        let bodies = Mutex<[(path: Substring, body: [UInt8], at: Timestamp)]>([])
        let busy = Mutex(0)
    }

    private func collector(_ received: Received, status: String = "200 OK") throws -> LocalServer {
        try LocalServer { connection in
            while let request = connection.readRequest() {
                let isBusy = received.busy.withLock { busy in
                    defer { busy -= 1 }
                    return busy > 0
                }
                if isBusy {
                    connection.answer("", status: "503 Service Unavailable", headers: ["Retry-After: 0"])
                    continue
                }
                let path = request.head.split(separator: " ").dropFirst().first ?? ""
                received.bodies.withLock { $0.append((path, request.body, SystemClock().now())) }
                connection.answer("", status: status)
            }
        }
    }

    private func application(
        _ server: LocalServer, rate: Double = 3, speed: Double = 1, minutes: Int64 = 3, now: Timestamp = Samples.now
    ) throws -> SimulatedApplication {
        var options = SimulatedApplication.Options()
        options.rate = rate
        options.speed = speed
        options.historyLength = .minutes(minutes)
        return SimulatedApplication(
            endpoint: server.url, scenario: .slowCanary, seed: 7, data: try Samples.data.get(), now: now,
            options: options)
    }

    /// The records in a body: in scopes, in resources.
    private func records(_ body: [UInt8]) throws -> [ProtobufReader] {
        try ProtobufReader(body).messages(1).flatMap { try $0.messages(2) }.flatMap { try $0.messages(2) }
    }

    /// The records of all requests to a path.
    private func records(_ received: Received, _ path: String) throws -> [ProtobufReader] {
        try received.bodies.withLock { $0 }.filter { $0.path == path }.flatMap { try records($0.body) }
    }

    @Test func theHistoryArrivesWholeOldestFirst() throws {
        let received = Received()
        let server = try collector(received)
        defer { server.stop() }
        let application = try application(server)
        let shares = Mutex<[Double]>([])
        let last = Mutex(ExportProgress())
        try application.fillHistory { progress in
            shares.withLock { $0.append(progress.history) }
            last.withLock { $0 = progress }
        }
        let spans = try records(received, "/v1/traces")
        #expect(spans.count > 2000)
        #expect(spans.allSatisfy { ($0.fixed64(8) ?? .max) <= UInt64(Samples.now.nanoseconds) })
        let newest = try received.bodies.withLock { $0 }.filter { $0.path == "/v1/traces" }.compactMap { request in
            try records(request.body).compactMap { $0.fixed64(8) }.max()
        }
        #expect(newest == newest.sorted())
        #expect(last.withLock { $0.spans } == spans.count)
        #expect(last.withLock { $0.verdicts } > 20)
        #expect(last.withLock { $0.failures } == 0)
        #expect(shares.withLock { $0 } == shares.withLock { $0.sorted() })
        #expect(shares.withLock { $0.last } == 1)
        #expect(server.connections == 1)
    }

    @Test func bodiesAreOTLP() throws {
        let received = Received()
        let server = try collector(received)
        defer { server.stop() }
        try application(server).fillHistory()
        var services: Set<String> = []
        for request in received.bodies.withLock({ $0 }) where request.path == "/v1/traces" {
            for resource in try ProtobufReader(request.body).messages(1) {
                let attributes = try #require(try resource.message(1)).attributes(1)
                services.formUnion(attributes["service.name"]?.strings(1) ?? [])
                #expect(attributes["deployment.environment.name"]?.strings(1) == ["prod"])
            }
        }
        #expect(services == ["support-bot", "summarise"])
        let spans = try records(received, "/v1/traces")
        let malformed = spans.filter { span in
            span.bytes(1).first?.count != 16 || span.bytes(2).first?.count != 8
                || span.strings(5).first?.isEmpty != false
                || (span.fixed64(7) ?? 0) >= (span.fixed64(8) ?? 0)
        }
        #expect(malformed.isEmpty)
        let chat = try #require(try spans.first { try $0.attributes(9)["gen_ai.response.id"] != nil }).attributes(9)
        #expect(try chat["gen_ai.response.finish_reasons"]?.message(5)?.message(1)?.strings(1).isEmpty == false)
        #expect(try #require(chat["gen_ai.usage.input_tokens"]?.varint(3)) > 100)
        #expect(chat["gen_ai.response.time_to_first_chunk"]?.fixed64(4) != nil)
        let events = try records(received, "/v1/logs")
        #expect(!events.isEmpty)
        for event in events {
            #expect(event.strings(12) == ["gen_ai.evaluation.result"])
            #expect(event.bytes(9).first?.count == 16 && event.bytes(10).first?.count == 8)
            #expect(try event.attributes(6)["gen_ai.evaluation.score.value"]?.fixed64(4) != nil)
        }
    }

    @Test func whatABusyCollectorRefusesIsSentAgain() throws {
        let received = Received()
        let server = try collector(received)
        defer { server.stop() }
        received.busy.withLock { $0 = 3 }
        let last = Mutex(ExportProgress())
        try application(server, minutes: 1).fillHistory { progress in last.withLock { $0 = progress } }
        #expect(try records(received, "/v1/traces").count == last.withLock { $0.spans })
        #expect(last.withLock { $0.spans } > 200)
    }

    @Test func aRefusalEndsTheHistoryWithItsReason() throws {
        let server = try collector(Received(), status: "404 Not Found")
        defer { server.stop() }
        #expect(throws: ExportError.refused(status: 404)) { try application(server, minutes: 1).fillHistory() }
    }

    @Test func liveTelemetryEndsInThePastAndStopsAtOnce() async throws {
        let received = Received()
        let server = try collector(received)
        defer { server.stop() }
        let application = try application(server, rate: 30, minutes: 0, now: SystemClock().now())
        let ended = Mutex<Duration?>(nil)
        let stopping = Mutex<ContinuousClock.Instant?>(nil)
        LocalServer.onThread {
            application.run { _ in }
            ended.withLock { $0 = stopping.withLock { $0 }.map { ContinuousClock.now - $0 } }
        }
        while received.bodies.withLock({ $0.count }) < 3 { await Task.yield() }
        stopping.withLock { $0 = .now }
        application.stop()
        while ended.withLock({ $0 }) == nil { await Task.yield() }
        #expect(try #require(ended.withLock { $0 }) < .milliseconds(500))
        for request in received.bodies.withLock({ $0 }) where request.path == "/v1/traces" {
            #expect(try records(request.body).allSatisfy { ($0.fixed64(8) ?? .max) <= UInt64(request.at.nanoseconds) })
        }
    }

    @Test func stoppingEndsAHistoryThatHangs() async throws {
        let reached = Mutex(false)
        let server = try LocalServer { connection in
            _ = connection.readRequest()
            reached.withLock { $0 = true }
            connection.waitForEnd()
        }
        defer { server.stop() }
        let application = try application(server)
        let outcome = Mutex<ExportError?>(nil)
        LocalServer.onThread {
            do throws(ExportError) { try application.fillHistory() } catch { outcome.withLock { $0 = error } }
        }
        while !reached.withLock({ $0 }) { await Task.yield() }
        application.stop()
        while outcome.withLock({ $0 }) == nil { await Task.yield() }
        #expect(outcome.withLock { $0 } == .stopped)
    }

    @Test func theClockRunsAtItsSpeed() async throws {
        let clock = TelemetryClock(beginning: Samples.now, speed: 1000)
        while clock.now().since(Samples.now) < .seconds(20) { await Task.yield() }
        let slow = TelemetryClock(beginning: Samples.now, speed: .nan)
        #expect(slow.now().since(Samples.now) < .seconds(20))
    }
}
