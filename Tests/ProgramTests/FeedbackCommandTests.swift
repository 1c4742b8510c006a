import Foundation
import Glibc
import Testing

/// `headframe feedback` and `headframe score`, against a daemon of its own.
@Suite struct FeedbackCommandTests {
    private struct Given: Decodable {
        let id: Int
        let traceId: String
        let spanId: String
        let rating: Int?
        let correction: String?
        let note: String?
        let principal: String
        let time: String
    }

    private struct Totals: Decodable {
        struct Total: Decodable { let scores: [String: Score] }
        struct Score: Decodable {
            let count: Int
            let mean: Double?
        }

        let total: Total
    }

    @Test("an answer is rated, corrected and taken back; the numbers follow")
    func feedback() throws {
        let traffic = try SampleTraffic()
        let call = traffic.calls[0]
        func mean(_ name: String) throws -> Double? {
            try traffic.ask("stats", "--json").decoded(as: Totals.self).total.scores[name]?.mean ?? nil
        }
        let up = try traffic.ask("feedback", call.traceID, "--up")
        #expect(up.status == 0)
        #expect(up.output.hasPrefix("feedback 1 on span \(call.spanID) as os:"))
        try waitUntil("the rating counts") { try mean("feedback") == 1 }
        let down: Given = try traffic.ask(
            "feedback", call.traceID, call.spanID, "--down", "--correct", "at the door", "--note", "n", "--json"
        ).decoded()
        #expect(down.id == 1)
        #expect(down.rating == -1)
        #expect(down.correction == "at the door")
        try waitUntil("the new rating counts") { try mean("feedback") == 0 }
        let back = try traffic.ask("feedback", "--take-back", "1")
        #expect(back.output == "feedback 1 is taken back\n")
        try waitUntil("no rating counts") { try mean("feedback") == nil }

        let score = try traffic.ask(
            "score", call.traceID, call.spanID, "--name", "faithful", "--value", "0.5", "--label", "partly",
            "--explanation", "one of two")
        #expect(score.status == 0, "\(score.errors)")
        try waitUntil("the score counts") { try mean("faithful") == 0.5 }
    }

    @Test("what is said is in the view, also while no daemon runs")
    func view() throws {
        let traffic = try SampleTraffic()
        _ = try traffic.ask("feedback", traffic.calls[3].traceID, "--correct", "it is\u{1B}[31m red")
        try traffic.daemon.stop()
        let rows = try traffic.ask("sql", "SELECT correction FROM feedback")
        #expect(rows.status == 0)
        #expect(rows.output.contains("it is"))
        #expect(!rows.output.utf8.contains(0x1B))
    }

    @Test("exit codes: 66 no such trace or feedback, 69 no collector, 77 not allowed")
    func exitCodes() throws {
        let traffic = try SampleTraffic()
        let call = traffic.calls[0]
        let stranger = String(repeating: "ab", count: 16)
        #expect(try traffic.ask("feedback", stranger, "--up").status == 66)
        #expect(try traffic.ask("feedback", call.traceID, "1234567812345678", "--up").status == 66)
        #expect(try traffic.ask("score", stranger, call.spanID, "--name", "x", "--value", "1").status == 66)
        #expect(try traffic.ask("feedback", "--take-back", "99").status == 66)

        let me = getpwuid(geteuid())?.pointee.pw_name.map { String(cString: $0) } ?? "?"
        let file = traffic.directory.path + "/config.yaml"
        try "control:\n  roles:\n    os:\(me):\n      roles: [viewer]\n".write(
            toFile: file, atomically: true, encoding: .utf8)
        try traffic.daemon.stop()
        let gone = try traffic.ask("feedback", call.traceID, "--up")
        #expect(gone.status == 69)
        #expect(gone.errors.contains("start it with: headframed --store \(traffic.store)"))
        let viewers = try Daemon(in: traffic.directory, arguments: ["--config", file])
        let denied = try traffic.ask("feedback", call.traceID, "--up")
        #expect(denied.status == 77)
        #expect(denied.errors.contains("you are os:\(me) with the role viewer"), "\(denied.errors)")
        try viewers.stop()
    }

    @Test(
        "a mistake in the arguments is 64",
        arguments: [
            ["feedback"], ["feedback", "12", "--up"], ["feedback", String(repeating: "ab", count: 16)],
            ["feedback", String(repeating: "ab", count: 16), "--up", "--down"], ["feedback", "--up"],
            ["feedback", String(repeating: "ab", count: 16), "12", "--up"], ["feedback", "--take-back", "x"],
            ["feedback", "--take-back", "1", "--up"], ["feedback", "--take-back", "1", "--down"],
            ["score", String(repeating: "ab", count: 16), "1234567812345678", "--name", "x"],
            ["score", String(repeating: "ab", count: 16), "1234567812345678", "--name", "x", "--value", "nan"],
            ["score", String(repeating: "ab", count: 16), "1234567812345678", "--value", "1"],
        ])
    func usage(_ arguments: [String]) throws {
        let directory = try TemporaryDirectory()
        let ending = try headframe(arguments + ["--store", directory.store])
        #expect(ending.status == 64, "\(ending.errors)")
        #expect(!ending.errors.isEmpty)
    }

    @Test("the socket of a store with a long path is in the runtime directory")
    func longPath() throws {
        let directory = try TemporaryDirectory()
        let runtime = try TemporaryDirectory()
        let store = directory.path + "/" + String(repeating: "s", count: 100)
        let arguments = ["--store", store, "--http", "127.0.0.1:0", "--grpc", "off"]
        let daemon = try ChildProcess(
            Programs.daemon, arguments, environment: ["XDG_RUNTIME_DIR": runtime.path], in: directory)
        try waitUntil("headframed serves") { daemon.errors.contains("ready") }
        let feedback = ["feedback", String(repeating: "ab", count: 16), "--up", "--store", store]
        let found = try headframe(feedback, environment: ["XDG_RUNTIME_DIR": runtime.path])
        #expect(found.status == 66, "\(found.errors)")
        let lost = try headframe(feedback)
        #expect(lost.status == 69)
        #expect(lost.errors.contains("XDG_RUNTIME_DIR"))
        daemon.send(SIGTERM)
        #expect(try daemon.end().status == 0)
    }
}
