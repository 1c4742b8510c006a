import Testing

@testable import Configuration

/// Both sides find the same socket.
@Suite struct SocketPathTests {
    @Test("in the store as long as a socket's name may be, else in the runtime directory")
    func places() throws {
        let longest = "/" + String(repeating: "s", count: 107 - "/control.sock".utf8.count - 1)
        #expect(SocketPath.standard(store: longest, runtimeDirectory: nil) == longest + "/control.sock")
        let longer = longest + "s"
        #expect(SocketPath.standard(store: longer, runtimeDirectory: nil) == nil)
        #expect(SocketPath.standard(store: longer, runtimeDirectory: "relative") == nil)
        let path = try #require(SocketPath.standard(store: longer, runtimeDirectory: "/run/user/1000"))
        #expect(path.hasPrefix("/run/user/1000/headframe/"))
        #expect(path.utf8.count <= 107)
        #expect(path != SocketPath.standard(store: longer + "s", runtimeDirectory: "/run/user/1000"))
        #expect(SocketPath.standard(store: longer, runtimeDirectory: longest) == nil)
    }
}
