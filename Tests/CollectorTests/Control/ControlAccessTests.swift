import Configuration
import Domain
import Glibc
import NIOHTTP1
import Testing

@testable import Collector

/// Who may do what: every role with and without the right to content, by every action and every endpoint.
@Suite struct ControlAccessTests {
    /// Written down a second time, by hand.
    private static let table: [ControlAction: (roles: Set<AccessRole>, content: Bool)] = [
        .readStatus: ([.viewer, .editor, .approver, .admin], false),
        .readDescription: ([.viewer, .editor, .approver, .admin], false),
        .readFeedback: ([.viewer, .editor, .approver, .admin], true),
        .giveFeedback: ([.editor, .approver], false),
        .storeScore: ([.editor, .approver], false),
        .readMarks: ([.viewer, .editor, .approver, .admin], false),
        .setMark: ([.editor, .approver], false),
        .readAlerts: ([.viewer, .editor, .approver, .admin], false),
        .handleAlerts: ([.editor, .approver], false),
        .readEvaluations: ([.viewer, .editor, .approver, .admin], false),
        .runEvaluation: ([.editor, .approver], false),
        .testReceiver: ([.editor, .admin], false),
        .readRollouts: ([.viewer, .editor, .approver, .admin], false),
        .startRollout: ([.editor, .approver], false),
        .holdRollout: ([.editor, .approver], false),
        .approveRollout: ([.editor, .approver], false),
        .decideRollout: ([.approver], false),
    ]

    private static func grants() -> [Grant] {
        let sets: [Set<AccessRole>] = [[]] + AccessRole.allCases.map { [$0] } + [[.viewer, .admin]]
        return sets.flatMap { roles in [true, false].map { Grant(roles: roles, content: $0) } }
    }

    @Test("the table of actions is the one that was decided")
    func actions() {
        #expect(Set(Self.table.keys) == Set(ControlAction.allCases))
        for (action, row) in Self.table {
            for grant in Self.grants() {
                let expected = !row.roles.isDisjoint(with: grant.roles) && (grant.content || !row.content)
                #expect(action.isAllowed(to: grant) == expected, "\(action), \(grant)")
            }
        }
    }

    @Test("every endpoint answers 403 to exactly those who may not", arguments: grants())
    func endpoints(grant: Grant) throws {
        let scene = try ControlScene(grant: grant)
        for endpoint in ControlEndpoint.all {
            let row = try #require(Self.table[endpoint.action])
            let mayDoIt = !row.roles.isDisjoint(with: grant.roles) && (grant.content || !row.content)
            let answer = try scene.ask(
                ControlScene.request(
                    ControlScene.path(endpoint.path.description), Array("{}".utf8), method: endpoint.method.rawValue))
            #expect((answer.status == 403) == !mayDoIt, "\(endpoint.method) \(endpoint.path): \(answer.status)")
            guard !mayDoIt else { continue }
            #expect(answer.code == "not_allowed")
            #expect(answer.text.contains(ControlScene.user))
        }
    }

    @Test("the user who runs the collector may do all but, as root, decide; what is written goes before")
    func defaults() {
        func grant(_ user: UInt32, owner: UInt32, _ written: [String: Grant] = [:], groups: [String] = []) -> Grant {
            let peer = Peer(caller: Caller(kind: .user, principal: "os:anna", userID: user), groups: groups)
            return AccessRules(grants: written, owner: owner).grant(of: peer)
        }
        #expect(grant(1000, owner: 1000) == Grant(roles: Set(AccessRole.allCases), content: true))
        #expect(grant(0, owner: 0) == Grant(roles: [.viewer, .editor, .admin], content: true))
        #expect(grant(0, owner: 1000) == Grant())
        #expect(grant(1001, owner: 1000) == Grant())
        let viewer = ["os:anna": Grant(roles: [.viewer])]
        #expect(grant(1000, owner: 1000, viewer) == Grant(roles: [.viewer]))
        let team = ["group:team": Grant(roles: [.approver], content: true), "os:team": Grant(roles: [.admin])]
        #expect(grant(1001, owner: 1000, team, groups: ["team"]) == Grant(roles: [.approver], content: true))
        #expect(grant(1001, owner: 1000, team, groups: ["teams"]) == Grant())
    }

    @Test("roles are read again while serving")
    func reconfigured() throws {
        let scene = try ControlScene(grant: Grant(roles: [.viewer]))
        let client = try RawClient(socket: scene.socket)
        let score = ControlScene.request("/api/v1/scores", Array(#"{"response_id":"r","name":"x","value":1}"#.utf8))
        client.send(HTTPText.get("/api/v1/status"))
        #expect(try client.answer()?.json["caller"]?["roles"] == ["viewer"])
        var configuration = Configuration()
        configuration.control.roles[ControlScene.user] = Grant(roles: [.editor])
        scene.collector.collector.reconfigure(configuration)
        client.send(score)
        #expect(try client.answer()?.status == 200)
        scene.collector.collector.reconfigure(
            try Configuration(parsing: "control: {roles: {\(ControlScene.user): {}}}"))
        client.send(score)
        #expect(try client.answer()?.status == 403)
    }

    @Test("another user is told who they are, whatever SUDO_UID says", .enabled(if: geteuid() == 0))
    func anotherUser() throws {
        let directory = TemporaryDirectory()
        chmod(directory.path, 0o711)
        var configuration = Configuration()
        configuration.control.socketGroup = "nogroup"
        let scene = try ControlScene(in: directory, configuration: configuration)
        let answer = try Self.asNobody { try scene.ask(HTTPText.get("/api/v1/status")) }.get()
        #expect(answer.status == 403)
        #expect(answer.text.contains("os:nobody with no role"))
        configuration.control.roles["group:nogroup"] = Grant(roles: [.viewer])
        scene.collector.collector.reconfigure(configuration)
        let status = try Self.asNobody { try scene.ask(HTTPText.get("/api/v1/status")) }.get()
        #expect(status.json["caller"]?["principal"]?.string == "os:nobody")
        // Past the directory lies nothing that they can read.
        let readable = Self.asNobody {
            access(scene.store, R_OK) == 0 || access(scene.store + "/control.db", R_OK) == 0
        }
        #expect(try !readable.get())
    }

    @Test("without a group nobody else gets as far as the socket", .enabled(if: geteuid() == 0))
    func withoutGroup() throws {
        let directory = TemporaryDirectory()
        chmod(directory.path, 0o711)
        let scene = try ControlScene(in: directory)
        #expect(throws: RawClient.Failure.self) {
            try Self.asNobody { try scene.ask(HTTPText.get("/api/v1/status")) }.get()
        }
    }

    /// What `body` comes to on a thread of the user nobody.
    private static func asNobody<Value>(_ body: () throws -> Value) -> Result<Value, any Error> {
        withoutActuallyEscaping(body) { body in
            let work = Work(body)
            let thread = TestThread { work.run() }
            thread.join()
            return work.result ?? .failure(NeverHappened())
        }
    }

    /// Sendable because the thread that made it waits until the one that runs it has ended.
    private final class Work<Value>: @unchecked Sendable {
        private var body: (() throws -> Value)?
        private(set) var result: Result<Value, any Error>?

        init(_ body: @escaping () throws -> Value) { self.body = body }

        func run() {
            guard let body, SystemCalls.become(65_534) else { return }
            result = Result { try body() }
            self.body = nil
        }
    }
}
