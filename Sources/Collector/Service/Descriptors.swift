import Glibc

/// How many files and connections the process may have open.
enum Descriptors {
    /// Kept back for the store, the log and the process itself, so that a crowd of connections cannot stop a commit.
    private static let reserved = 48

    /// How many of the descriptors connections may take.
    static var forConnections: Int { max(8, limit - reserved - ConnectionRegistry.crowdLimit) }

    /// Raises the limit as far as this process may and as far as it is of use; never lowers it.
    static func raise() {
        var limits = rlimit()
        guard getrlimit(resource, &limits) == 0, limits.rlim_cur < limits.rlim_max else { return }
        limits.rlim_cur = max(limits.rlim_cur, min(limits.rlim_max, 65_536))
        setrlimit(resource, &limits)
    }

    private static var limit: Int {
        var limits = rlimit()
        guard getrlimit(resource, &limits) == 0 else { return 1_024 }
        return Int(clamping: limits.rlim_cur)
    }

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)) }
}
