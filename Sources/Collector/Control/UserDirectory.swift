import Domain
import Glibc

/// Names of users and groups, by the reentrant calls of the C library. May wait for a directory server: not for event loops.
enum UserDirectory {
    /// Who `credentials` are.
    static func peer(_ credentials: PeerCredentials) -> Peer {
        let name = userName(credentials.userID)
        let caller = Caller(
            kind: .user, principal: "os:" + (name ?? "#\(credentials.userID)"), userID: credentials.userID,
            processID: credentials.processID, terminal: ProcessTerminal.name(of: credentials.processID))
        let groups = name.map { groupIDs($0, credentials.groupID) } ?? [credentials.groupID]
        return Peer(caller: caller, groups: groups.compactMap(groupName))
    }

    /// The number of the group `name`; nil when there is none.
    static func groupID(_ name: String) -> UInt32? {
        withBuffer { buffer, count in
            var (entry, found) = (Glibc.group(), nil as UnsafeMutablePointer<Glibc.group>?)
            let code = getgrnam_r(name, &entry, buffer, count, &found)
            return (code, found.map(\.pointee.gr_gid))
        }
    }

    private static func userName(_ id: UInt32) -> String? {
        withBuffer { buffer, count in
            var (entry, found) = (passwd(), nil as UnsafeMutablePointer<passwd>?)
            let code = getpwuid_r(id, &entry, buffer, count, &found)
            return (code, found.flatMap { $0.pointee.pw_name }.map { String(cString: $0) })
        }
    }

    private static func groupName(_ id: UInt32) -> String? {
        withBuffer { buffer, count in
            var (entry, found) = (Glibc.group(), nil as UnsafeMutablePointer<Glibc.group>?)
            let code = getgrgid_r(id, &entry, buffer, count, &found)
            return (code, found.flatMap { $0.pointee.gr_name }.map { String(cString: $0) })
        }
    }

    private static func groupIDs(_ user: String, _ primary: UInt32) -> [UInt32] {
        var ids = [gid_t](repeating: 0, count: mostGroups)
        var count = Int32(ids.count)
        guard getgrouplist(user, primary, &ids, &count) >= 0 else { return [primary] }
        return Array(ids.prefix(max(0, Int(count))))
    }

    /// Calls with more and more room while the call says ERANGE.
    private static func withBuffer<Value>(
        _ body: (UnsafeMutablePointer<CChar>, Int) -> (code: Int32, value: Value?)
    ) -> Value? {
        var size = 1024
        while size <= 1 << 20 {
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: size)
            defer { buffer.deallocate() }
            let (code, value) = body(buffer, size)
            if code != ERANGE { return code == 0 ? value : nil }
            size *= 4
        }
        return nil
    }

    private static let mostGroups = 1024
}
