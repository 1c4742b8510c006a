import Configuration
import Domain
import Glibc
import Storage
import TestSupport
import Testing

@testable import Collector

/// What servers do that should take a notification and do not. Each costs bounded time and memory and is told apart.
@Suite(.timeLimit(.minutes(1))) struct BadReceiverTests {
    private func trouble(
        timeout: Duration = .seconds(5), _ serve: @escaping @Sendable (Connection) -> Void
    ) throws -> DeliveryFailure? {
        let server = try LocalServer(serve)
        defer { server.stop() }
        return try trouble(TestReceiver.server(server.url), timeout: timeout)
    }

    private func trouble(_ server: ReceiverSettings.Server, timeout: Duration = .seconds(5)) -> DeliveryFailure? {
        let channel = SlackChannel(server)
        defer { channel.close() }
        do throws(DeliveryFailure) {
            try channel.deliver(.init(unqueued: TestReceiver.notification(), to: "x"), timeout: timeout)
        } catch {
            return error
        }
        return nil
    }

    @Test(
        "answers that are none",
        arguments: [
            ("500 Broken", "", "answered 500"), ("404 Not Found", "no such hook\n", "answered 404: no such hook"),
            ("302 Found", "", "redirects are not followed"),
            ("308 Permanent Redirect", "", "redirects are not followed"),
            ("200 OK", "<!DOCTYPE html><title>Sign in</title>", "a page for people"),
            ("200 OK", "\n <HTML>", "a page for people"), ("503 Busy", "<html>no</html>", "answered 503"),
        ])
    func answers(status: String, body: String, message: String) throws {
        let failure = try trouble { connection in
            while connection.readRequest() != nil {
                connection.answer(body, status: status, headers: ["Location: http://169.254.169.254/"])
            }
        }
        #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "it was told")")
    }

    @Test("any success will do", arguments: ["200 OK", "202 Accepted", "204 No Content"])
    func successes(status: String) throws {
        #expect(try trouble { while $0.readRequest() != nil { $0.answer("", status: status) } } == nil)
    }

    @Test("the pause that a server asks for is heard")
    func retryAfter() throws {
        let failure = try trouble { connection in
            while connection.readRequest() != nil {
                connection.answer("", status: "429 Too Many", headers: ["Retry-After: 17"])
            }
        }
        #expect(failure?.retryAfter == .seconds(17))
    }

    @Test("a gigabyte is not read")
    func gigabyte() throws {
        let failure = try trouble { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x20, count: 0x10000) + Array("\r\n".utf8)
            while connection.write(chunk) {}
        }
        #expect(failure?.description.contains("larger than 65536 bytes") == true)
    }

    @Test("hanging, dripping, closing and noise end in time")
    func silence() throws {
        let start = ContinuousClock.now
        #expect(try trouble(timeout: .milliseconds(200)) { $0.waitForEnd() } != nil)
        let dripping = try trouble(timeout: .milliseconds(200)) { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while connection.write("x") { poll(nil, 0, 20) }
        }
        #expect(dripping != nil)
        #expect(try trouble { _ in } != nil)
        #expect(try trouble { _ = $0.write([0xff, 0xfe, 0x00, 0x80] + Array("\r\n\r\n".utf8)) } != nil)
        let invalid = try trouble { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 500 X\r\nContent-Length: 4\r\n\r\n")
            connection.write([0xff, 0x1b, 0x5b, 0x41])
        }
        // What a server says ends up on screens: nothing of it steers a terminal.
        #expect(invalid?.description == "answered 500: \u{FFFD}[A")
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test(
        "private addresses are not connected to unless the configuration allows them",
        arguments: [
            "https://10.0.0.1/", "https://169.254.169.254/latest", "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/",
        ])
    func privateAddresses(url: String) throws {
        let failure = trouble(try TestReceiver.server(url))
        #expect(failure?.description.contains("not on the allow list") == true, "\(failure?.description ?? "")")
    }

    @Test("a file with a URL or a secret that others may read is not used")
    func files() throws {
        let directory = TemporaryDirectory()
        func failure(_ path: String) -> String {
            trouble(ReceiverSettings.Server(.file(path)))?.description ?? "it was told"
        }
        let server = try RecordingServer()
        let open = TestReceiver.file(server.url, at: directory.path + "/open", mode: 0o644)
        #expect(failure(open).contains("set its mode to 0600"))
        #expect(failure(directory.path + "/none").contains("No such file"))
        #expect(failure(directory.path).contains("it is no file"))
        let clear = TestReceiver.file("http://example.com/secret", at: directory.path + "/clear", mode: 0o600)
        #expect(failure(clear).contains("must hold an https:// URL"))
        #expect(!failure(clear).contains("secret"))
        let good = TestReceiver.file("  \(server.url)\n", at: directory.path + "/good", mode: 0o600)
        #expect(failure(good) == "it was told")
        #expect(server.received.count == 1)
    }

    @Test("a text for a chat cannot mention people, make links or break its lines")
    func chat() throws {
        let server = try RecordingServer()
        let hostile = TestReceiver.alert("<!channel> & @all", service: "a\n<http://evil|good>\u{202e}")
        let channel = SlackChannel(try TestReceiver.server(server.url))
        try channel.deliver(
            .init(unqueued: TestReceiver.notification(.firing, [hostile, hostile]), to: "x"), timeout: .seconds(5))
        let text = try #require(server.bodies.first?["text"]?.string)
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.contains("<"))
        #expect(!text.contains("\u{202e}"))
        #expect(text.contains("&lt;http://evil|good&gt;"))
        #expect(SlackChannel.escaped("@all") == "@\u{200B}all")
        #expect(SlackChannel.escaped(String(repeating: "&", count: 1_000)).utf8.count < 3_000)
    }
}
