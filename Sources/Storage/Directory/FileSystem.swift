import Glibc

/// The few questions to the file system that this room has.
enum FileSystem {
    /// What `lstat` says; nil when there is nothing.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    static func exists(_ path: String) -> Bool { status(path) != nil }
    static func size(_ path: String) -> Int64 { status(path).map { Int64($0.st_size) } ?? 0 }

    /// The names in a directory, sorted; empty when it cannot be read.
    static func names(in directory: String) -> [String] {
        guard let handle = opendir(directory) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Bytes that a process of this user may still write; nil when nobody knows.
    static func freeBytes(_ path: String) -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int64(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// The type of the file system on which `path` lies (`ext4`, `nfs4`, …); nil when nobody knows.
    static func type(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        let whole = String(cString: resolved)
        guard let mounts = read("/proc/self/mounts", limit: 1 << 20) else { return nil }
        var best: (length: Int, type: String)?
        for line in String(decoding: mounts, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            let point = fields[1] == "/" ? "/" : fields[1] + "/"
            if (whole + "/").hasPrefix(point), point.utf8.count >= best?.length ?? 0 {
                best = (point.utf8.count, String(fields[2]))
            }
        }
        return best?.type
    }

    /// Removes a directory with all that is in it, as far as it can be; follows no links.
    static func removeDirectory(_ path: String) {
        for name in names(in: path) {
            let inner = path + "/" + name
            if status(inner).map({ $0.st_mode & S_IFMT == S_IFDIR }) ?? false {
                removeDirectory(inner)
            } else {
                unlink(inner)
            }
        }
        rmdir(path)
    }

    /// The whole of a small file; nil when it cannot be read or is larger than `limit`.
    static func read(_ path: String, limit: Int = 1 << 16) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { return nil }
            if got == 0 { return Array(bytes[..<count]) }
            count += got
        }
        return nil
    }

    /// Replaces a file as a whole: readers see the old or the new one. Not synced. Mode 0600.
    static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
        let temporary = path + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        return written == bytes.count && rename(temporary, path) == 0
    }
}
