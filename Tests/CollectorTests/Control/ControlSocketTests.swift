import Domain
import Glibc
import Testing

@testable import Collector

/// The socket as a file, and who is at its other end.
@Suite struct ControlSocketTests {
    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    @Test("only its owner may use it, and it goes with the collector")
    func rights() throws {
        let scene = try ControlScene()
        #expect(mode(scene.socket) == 0o600)
        #expect(mode(scene.store) == 0o700)
        scene.collector.stop()
        #expect(access(scene.socket, F_OK) != 0)
    }

    @Test("one that a killed collector left is replaced")
    func stale() throws {
        let directory = TemporaryDirectory()
        let store = directory.path + "/store"
        let killed = try TestProgram(["--store", store, "--http", "127.0.0.1:0", "--grpc", "off"])
        _ = try killed.readyPort()
        killed.send(SIGKILL)
        _ = killed.end()
        #expect(access(store + "/control.sock", F_OK) == 0)
        let scene = try ControlScene(in: directory)
        #expect(try scene.ask(HTTPText.get("/api/v1/status")).status == 200)
    }

    @Test("something else in its place stays, and telemetry is taken all the same", arguments: [true, false])
    func occupied(isLink: Bool) throws {
        let directory = TemporaryDirectory()
        try ControlScene(in: directory).collector.stop()
        let path = directory.path + "/store/control.sock"
        if isLink {
            symlink("/etc/passwd", path)
        } else {
            close(open(path, O_CREAT | O_WRONLY, 0o600))
        }
        let scene = try ControlScene(in: directory)
        try scene.storeCall()
        #expect(throws: RawClient.Failure.self) { try scene.ask(HTTPText.get("/api/v1/status")) }
        scene.collector.stop()
        #expect(access(path, F_OK) == 0)
        unlink(path)
    }

    @Test("one user has a share of the connections, and gets it back")
    func share() throws {
        let scene = try ControlScene()
        func isServed(_ client: RawClient) -> Bool {
            client.send(HTTPText.get("/api/v1/status"))
            return (try? client.answer())??.status == 200
        }
        do {
            let clients = try (0..<70).map { _ in try RawClient(socket: scene.socket) }
            #expect(clients.filter(isServed).count == 64)
        }
        try waitUntil { isServed(try RawClient(socket: scene.socket)) }
    }

    @Test("the kernel says who asks")
    func caller() throws {
        let peer = UserDirectory.peer(PeerCredentials(processID: getpid(), userID: geteuid(), groupID: getegid()))
        #expect(peer.caller.principal == ControlScene.user)
        #expect(peer.caller.processID == getpid())
        #expect(!peer.groups.isEmpty)
        let stranger = UserDirectory.peer(PeerCredentials(processID: 1, userID: 4_000_000_001, groupID: 4_000_000_001))
        #expect(stranger.caller.principal == "os:#4000000001")
        #expect(stranger.groups.isEmpty)
    }

    @Test(
        "the terminal stands behind a name that may hold anything",
        arguments: [
            ("7 (sh) S 1 7 7 34819 7 4194304", "pts/3"), ("7 (a) b) c) S 1 7 7 1026 7", "tty2"),
            ("7 (sh) S 1 7 7 0 -1", nil),
            ("7 (sh) S 1 7 7 35072 7", "pts/256"), ("7 (sh", nil), ("7 (sh) S 1", nil), ("", nil),
            ("7 (sh) S 1 7 7 99999999999 7", nil),
        ] as [(String, String?)])
    func terminal(_ status: String, _ name: String?) {
        #expect(ProcessTerminal.name(status: status) == name)
    }
}
