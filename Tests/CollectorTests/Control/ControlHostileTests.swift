import Domain
import Testing

/// What strangers may send to the control socket: answered in words, and the next one is served.
@Suite struct ControlHostileTests {
    private static let trace = #""trace_id":"\#(ControlScene.trace())""#

    static let bodies: [(body: [UInt8], status: Int)] =
        [
            ("", 400), ("nonsense", 400), ("{", 400), ("[]", 400), ("null", 400), ("1", 400), ("{}", 400),
            ("\u{FEFF}{}", 400), ("{\(trace)}", 400), ("{\(trace),\"rating\":2}", 400),
            ("{\(trace),\"rating\":0}", 400),
            ("{\(trace),\"rating\":\"1\"}", 400), ("{\(trace),\"rating\":1.0}", 400),
            ("{\(trace),\"rating\":true}", 400),
            ("{\(trace),\"rating\":99999999999999999999}", 400), ("{\(trace),\"rating\":1,\"rating\":1}", 400),
            ("{\(trace),\"ratng\":1}", 400), ("{\(trace),\"note\":7}", 400), ("{\(trace),\"note\":\"\"}", 400),
            ("{\(trace),\"note\":[\"a\"]}", 400), ("{\"trace_id\":\"12\",\"rating\":1}", 400),
            ("{\"trace_id\":7,\"rating\":1}", 400), ("{\(trace),\"span_id\":\"xyz\",\"rating\":1}", 400),
            ("{\(trace),\"span_id\":\"0000000000000000\",\"rating\":1}", 400),
            ("{\(trace),\"correction\":\"\(String(repeating: "x", count: (256 << 10) + 1))\"}", 400),
            (String(repeating: "[", count: 100_000), 400),
            ("{\(trace),\"note\":" + String(repeating: "[", count: 33) + String(repeating: "]", count: 33) + "}", 400),
            // Right ones, at the end of what may be said.
            ("{\(trace),\"rating\":1,\"note\":null}", 200), ("{\(trace),\"note\":\"\\u0000\\u001b[31m\\ud800\"}", 200),
            ("{\(trace),\"correction\":\"\(String(repeating: "x", count: 256 << 10))\"}", 200),
        ].map { (Array($0.0.utf8), $0.1) } + [
            (Array("{\(trace),\"note\":\"a".utf8) + [0xFF, 0xC3, 0x28] + Array("\"}".utf8), 400),
            (Array("{\(trace),\"note\":\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"}".utf8), 400),
            ([0x00], 400),
        ]

    @Test("bodies")
    func hostileBodies() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        for (body, status) in Self.bodies {
            let answer = try scene.ask(ControlScene.request("/api/v1/feedback", body))
            #expect(answer.status == status, "\(String(decoding: body.prefix(80), as: UTF8.self)): \(answer.text)")
            if status != 200 {
                #expect(answer.code == "invalid")
                #expect(answer.json["error"]?["message"]?.string?.utf8.count ?? 999 <= 200)
            }
        }
    }

    @Test(
        "scores",
        arguments: [
            #"{"name":"x","value":1}"#, #"{"response_id":"r","value":1}"#, #"{"response_id":"r","name":"x"}"#,
            #"{"response_id":"r","name":"x","value":"1"}"#, #"{"response_id":"r","name":"x","value":1e999}"#,
            #"{"response_id":"r","name":"x","value":NaN}"#, #"{"response_id":"r","name":"","value":1}"#,
            #"{"response_id":"r","name":"feedback","value":1}"#,
            #"{"response_id":"r","span_id":"00000000000000aa","name":"x","value":1}"#,
        ])
    func scores(_ body: String) throws {
        #expect(try ControlScene().post("/api/v1/scores", body).status == 400)
    }

    @Test("heads")
    func heads() throws {
        let scene = try ControlScene()
        let feedback = "/api/v1/feedback"
        func status(_ request: [UInt8]) throws -> Int { try scene.ask(request).status }
        #expect(try status(ControlScene.request("/api/v1/nothing", [])) == 404)
        #expect(try status(ControlScene.request("/api/v1/feedback/", [], method: "DELETE")) == 404)
        for id in ["..%2f..%2f1", "-1", "0", "01", "9223372036854775808", "1/2", "%00"] {
            #expect(try status(ControlScene.request(feedback + "/" + id, [], method: "DELETE")) == 404, "\(id)")
        }
        let put = try scene.ask(ControlScene.request(feedback, [], method: "PUT"))
        #expect(put.status == 405)
        #expect(put.headers["allow"] == "POST, GET")
        for type in ["text/plain", "application/x-protobuf", "application/json; charset=latin-1", nil] {
            #expect(try status(ControlScene.request(feedback, [], type: type)) == 415)
        }
        #expect(try status(ControlScene.request(feedback, [], extra: "Content-Encoding: gzip\r\n")) == 415)
        #expect(try status(ControlScene.request(feedback, [], extra: "Expect: cake\r\n")) == 417)
        #expect(try status(HTTPText.get(feedback)) == 400)
        #expect(try status(HTTPText.get(feedback + "?trace_id=1&trace_id=2")) == 400)
        #expect(try status(HTTPText.get(feedback + "?colour=red&trace_id=" + ControlScene.trace())) == 400)
        #expect(try status(HTTPText.get("/api/v1/status?x=1")) == 400)
        #expect(try status(Array("\u{16}\u{03}\u{01} not HTTP\r\n\r\n".utf8)) == 400)
        #expect(try status(Array("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".utf8)) == 400)
        #expect(try status(ControlScene.request("/" + String(repeating: "x", count: 9_000), [])) == 414)
        #expect(try status(HTTPText.get("/api/v1/status")) == 200)
    }

    @Test("a body that is too large is refused before or while it comes")
    func tooLarge() throws {
        let scene = try ControlScene()
        let head =
            "POST /api/v1/feedback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\n"
        #expect(try scene.ask(Array((head + "Content-Length: 1048577\r\n\r\n").utf8)).status == 413)
        let client = try RawClient(socket: scene.socket)
        client.send(head + "Transfer-Encoding: chunked\r\n\r\n")
        let chunk = [UInt8](repeating: 0x20, count: 0x10000)
        for _ in 0..<17 { client.send(Array("10000\r\n".utf8) + chunk + Array("\r\n".utf8)) }
        let answer = try client.answer()
        #expect(answer?.status == 413)
        #expect(answer?.code == "too_large")
    }

    @Test("requests on one connection are answered in turn")
    func keepAlive() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let client = try RawClient(socket: scene.socket)
        let body = Array("{\(Self.trace),\"rating\":1}".utf8)
        client.send(
            ControlScene.request("/api/v1/feedback", body) + HTTPText.get("/api/v1/status")
                + ControlScene.request("/api/v1/feedback", Array("{".utf8)) + HTTPText.get("/api/v1/status"))
        #expect(try (0..<4).map { _ in try client.answer()?.status } == [200, 200, 400, 200])
    }

    @Test("random bytes in a right request end in an answer")
    func mutations() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        var random = SystemRandomNumberGenerator()
        let request = ControlScene.request(
            "/api/v1/feedback", Array("{\(Self.trace),\"rating\":1,\"note\":\"héllo\"}".utf8),
            extra: "Connection: close\r\n")
        for _ in 0..<300 {
            var mutant = request
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                mutant[Int.random(in: mutant.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            let client = try RawClient(socket: scene.socket)
            client.send(mutant)
            client.endSending()
            let status = try client.answer()?.status ?? 0
            #expect(status < 500 || status == 501 || status == 505, "\(String(decoding: mutant, as: UTF8.self))")
        }
        #expect(try scene.ask(HTTPText.get("/api/v1/status")).status == 200)
    }
}
