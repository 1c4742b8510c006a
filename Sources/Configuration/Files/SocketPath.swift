import Glibc

/// Where the collector of a store takes commands.
public enum SocketPath {
    /// The longest name that a Unix socket can have, in bytes.
    static let limit = 107

    /// The socket of the store in the directory `store`: `control.sock` in it or, where that is too long for a socket, one in
    /// `$XDG_RUNTIME_DIR/headframe` that is named by a number that stands for the store.
    ///
    /// - Returns: nil when it is too long and there is no `XDG_RUNTIME_DIR`.
    public static func standard(store: String) -> String? {
        standard(store: store, runtimeDirectory: getenv("XDG_RUNTIME_DIR").map { String(cString: $0) })
    }

    static func standard(store: String, runtimeDirectory: String?) -> String? {
        let path = store + "/control.sock"
        if path.utf8.count <= limit { return path }
        guard let runtimeDirectory, runtimeDirectory.hasPrefix("/") else { return nil }
        let resolved = realpath(store, nil)
        defer { free(resolved) }
        let name = resolved.map { String(cString: $0) } ?? store
        let elsewhere = "\(runtimeDirectory)/headframe/\(String(fingerprint(name), radix: 16)).sock"
        return elsewhere.utf8.count <= limit ? elsewhere : nil
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): the same for both sides, whichever program they are.
    private static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
