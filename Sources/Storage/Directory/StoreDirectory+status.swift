import Domain
import Glibc

extension StoreDirectory {
    /// What the collector that runs says of itself; nil when none runs.
    public func collectorStatus() -> CollectorStatus? {
        guard StoreLock.holder(of: self) != nil, let bytes = FileSystem.read(statusPath),
            let json = try? JSON(parsing: bytes)
        else { return nil }
        return CollectorStatus(json)
    }

    /// Says how the collector is. The file is replaced as a whole and never synced: it means nothing once the collector has ended.
    public func write(_ status: CollectorStatus) {
        _ = FileSystem.replace(statusPath, with: Array(status.json.text.utf8))
    }

    /// Takes back what the collector said: it runs no more.
    public func removeStatus() { unlink(statusPath) }

    /// Bytes of all files that hold something; the reserve is only a place kept free.
    var bytes: Int64 {
        let own = FileSystem.names(in: path).reduce(-FileSystem.size(reservePath)) {
            $0 + FileSystem.size(path + "/" + $1)
        }
        return FileSystem.names(in: segmentsPath).reduce(own) { $0 + FileSystem.size(segmentsPath + "/" + $1) }
    }

    /// Where a store is when nobody says: `HEADFRAME_STORE`, else `headframe` in `XDG_DATA_HOME`, which is `~/.local/share` when it is
    /// not set.
    public static func defaultPath(environment: [String: String]) -> String {
        if let path = environment["HEADFRAME_STORE"], !path.isEmpty { return path }
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/headframe" }
        return (environment["HOME"] ?? ".") + "/.local/share/headframe"
    }
}
