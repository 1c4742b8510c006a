import Domain
import NIOCore
import Synchronization
import Testing

@testable import Collector

/// The OpenFeature remote evaluation protocol 0.3.0, over a socket.
@Suite struct FlagTests {
    private static let path = "/ofrep/v1/evaluate/flags"

    private static func app(weight: Double? = nil) -> ServedApp {
        let canary = weight.map { weight in
            AppTraffic.Canary(
                rollout: RolloutID(rawValue: 7), release: "support@r42", weight: weight, salt: "salt-1", step: 2,
                epoch: 1)
        }
        return ServedApp(
            traffic: AppTraffic(app: "support", stable: "support@r41", canary: canary),
            values: ["support@r41": ["model": "gpt-4o"], "support@r42": ["model": "gpt-4o-mini"]])
    }

    private func serving(_ app: ServedApp) throws -> TestServer {
        let board = ServingBoard()
        board.serve(app)
        return try TestServer(flags: .testing(board))
    }

    private func post(_ path: String, _ json: String, extra: String = "") -> [UInt8] {
        HTTPText.post(path, Array(json.utf8), type: "application/json", extra: extra)
    }

    private func ask(_ server: TestServer, _ request: [UInt8]) throws -> RawClient.Answer {
        try #require(try server.ask(request))
    }

    @Test("outside a rollout everybody gets the same, and need not say who they are")
    func withoutRollout() throws {
        let server = try serving(Self.app())
        defer { server.server.stop(patience: .zero) }
        for (key, body) in [
            ("support", #"{"context":{"targetingKey":"a","plan":"free"}}"#), ("support.release", #"{"context":{}}"#),
        ] {
            let answer = try ask(server, post(Self.path + "/" + key, body))
            #expect(answer.status == 200)
            let json = try JSON(parsing: answer.text)
            #expect(json["key"] == .string(key))
            #expect(json["variant"] == "support@r41")
            #expect(json["reason"] == "STATIC")
            #expect(json["value"] == ["model": "gpt-4o"])
        }
    }

    /// Positions by Python's hashlib: int(sha256(b"salt-1\0" + key)[:8]) >> 11, over 2^53.
    @Test(
        "a unit's place on the line is the one that anybody can compute",
        arguments: [
            ("session-1", 0.41509459193165776), ("u-42", 0.6863132104846517), ("日本", 0.7885880832886658),
            ("a", 0.318930091773275),
        ])
    func assignment(_ key: String, _ position: Double) throws {
        for weight in [position.nextDown, position.nextUp] {
            let server = try serving(Self.app(weight: weight))
            defer { server.server.stop(patience: .zero) }
            let answer = try ask(server, post(Self.path + "/support", #"{"context":{"targetingKey":"\#(key)"}}"#))
            let json = try JSON(parsing: answer.text)
            #expect(json["variant"] == .string(position < weight ? "support@r42" : "support@r41"))
            #expect(json["reason"] == "SPLIT")
            let metadata = try #require(json["metadata"]?.members)
            #expect(metadata.contains(.init("contextId", .string(key))))
            #expect(metadata.contains(.init("arm", .string(position < weight ? "canary" : "stable"))))
            #expect(metadata.contains(.init("rolloutId", "7")))
            #expect(metadata.contains(.init("step", 3)))
            // Hooks copy what is flat.
            #expect(metadata.allSatisfy { $0.value.members == nil && $0.value.array == nil })
        }
    }

    @Test(
        "whoever asks wrongly is told how, in the protocol's words",
        arguments: [
            ("/support", "{", 400, "PARSE_ERROR"), ("/support", "[]", 400, "INVALID_CONTEXT"),
            ("/support", #"{"context":1}"#, 400, "INVALID_CONTEXT"),
            ("/support", #"{"context":{"targetingKey":7}}"#, 400, "INVALID_CONTEXT"),
            ("/support", #"{"context":{"targetingKey":""}}"#, 400, "INVALID_CONTEXT"),
            ("/support", #"{"context":{}}"#, 400, "TARGETING_KEY_MISSING"),
            ("/nobody", #"{"context":{"targetingKey":"a"}}"#, 404, "FLAG_NOT_FOUND"),
            ("", #"{"contest":{}}"#, 400, "INVALID_CONTEXT"),
        ])
    func mistakes(_ flag: String, _ body: String, _ status: Int, _ code: String) throws {
        let server = try serving(Self.app(weight: 0.5))
        defer { server.server.stop(patience: .zero) }
        let answer = try ask(server, post(Self.path + flag, body))
        #expect(answer.status == status)
        let json = try JSON(parsing: answer.text)
        #expect(json["errorCode"] == .string(code))
        #expect(json["errorDetails"]?.string?.isEmpty == false)
        #expect(json["key"]?.string == (flag.isEmpty ? nil : String(flag.dropFirst())))
    }

    @Test("requests that no client sends are refused like all others")
    func guards() throws {
        let server = try serving(Self.app())
        defer { server.server.stop(patience: .zero) }
        #expect(try server.ask(HTTPText.get(Self.path + "/support"))?.status == 405)
        #expect(try server.ask(HTTPText.post("/api/v1/apps/support/release"))?.status == 405)
        #expect(try server.ask(HTTPText.post(Self.path, host: "evil.example"))?.status == 403)
        #expect(try server.ask(HTTPText.post(Self.path, extra: "Origin: http://localhost\r\n"))?.status == 403)
        #expect(try server.ask(HTTPText.post(Self.path, length: "65537"))?.status == 413)
        #expect(try server.ask(HTTPText.post(Self.path + "/%zz"))?.status == 404)
        #expect(try server.ask(HTTPText.post(Self.path + "/%ff"))?.status == 404)
        let nested = String(repeating: "[", count: 60_000)
        #expect(try server.ask(post(Self.path, nested))?.status == 400)
    }

    @Test("all flags come at once, with a tag that changes when an answer does")
    func bulk() throws {
        let board = ServingBoard()
        board.serve(Self.app(weight: 0.5))
        board.serve(ServedApp(traffic: AppTraffic(app: "other", stable: "other@r1"), values: [:]))
        let server = try TestServer(flags: .testing(board))
        defer { server.server.stop(patience: .zero) }
        let body = #"{"context":{"targetingKey":"session-1"}}"#
        let first = try ask(server, post(Self.path, body))
        let flags = try #require(try JSON(parsing: first.text)["flags"]?.array)
        #expect(flags.map { $0["key"] } == ["other", "support"])
        #expect(flags.first?["value"] == ["release_id": "other@r1"])
        let tag = try #require(first.headers["etag"])
        for known in [tag, "W/\(tag)", String(tag.dropFirst().dropLast()), "\"x\", \(tag)", "*"] {
            let again = try ask(server, post(Self.path, body, extra: "If-None-Match: \(known)\r\n"))
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
        }
        board.serve(Self.app(weight: 0.51))
        let changed = try ask(server, post(Self.path, body, extra: "If-None-Match: \(tag)\r\n"))
        #expect(changed.status == 200)
        #expect(changed.headers["etag"] != tag)
        // Without a key, the flag that needs one says so and the other one is answered.
        let anonymous = try JSON(parsing: try ask(server, post(Self.path, #"{"context":{}}"#)).text)
        #expect(anonymous["flags"]?.array?.map { $0["errorCode"]?.string } == [nil, "TARGETING_KEY_MISSING"])
    }

    @Test("without any protocol the answer is the same")
    func plain() throws {
        let server = try serving(Self.app(weight: 1))
        defer { server.server.stop(patience: .zero) }
        let answer = try ask(server, HTTPText.get("/api/v1/apps/support/release?x=1&key=session%2D1+b"))
        let json = try JSON(parsing: answer.text)
        #expect(json["release"] == "support@r42")
        #expect(json["rollout"]?["arm"] == "canary")
        let tag = try #require(answer.headers["etag"])
        let path = "/api/v1/apps/support/release?key=session-1%20b"
        #expect(try ask(server, HTTPText.get(path, extra: "If-None-Match: \(tag)\r\n")).status == 304)
        #expect(try ask(server, HTTPText.get("/api/v1/apps/support/release")).status == 400)
        let missing = try ask(server, HTTPText.get("/api/v1/apps/none/release?key=a"))
        #expect(missing.status == 404)
        #expect(try JSON(parsing: missing.text)["error"]?["code"] == "not_found")
    }

    @Test("where no body can be read any more, everybody gets the release that is no trial")
    func overload() throws {
        let board = ServingBoard()
        board.serve(Self.app(weight: 1))
        let server = try TestServer(flags: .testing(board), flagBudget: 8)
        defer { server.server.stop(patience: .zero) }
        let json = try JSON(
            parsing: try ask(server, post(Self.path + "/support", #"{"context":{"targetingKey":"a"}}"#)).text)
        #expect(json["variant"] == "support@r41")
        #expect(json["reason"] == "DISABLED")
    }

    @Test("a collector that takes no telemetry still says which release to use")
    func independence() throws {
        let board = ServingBoard()
        board.serve(Self.app())
        let server = try TestServer(budget: 0, trouble: .unavailable("the disk is full"), flags: .testing(board))
        defer { server.server.stop(patience: .zero) }
        #expect(try ask(server, post(Self.path + "/support", #"{"context":{}}"#)).status == 200)
        #expect(try ask(server, HTTPText.post()).status == 503)
    }
}
