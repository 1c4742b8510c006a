import Glibc

/// The terminal of a process, for the record: it helps people to find out who it was and decides nothing.
enum ProcessTerminal {
    /// Such as `pts/3`; nil when the process has none or is gone.
    static func name(of process: Int32) -> String? {
        let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 ? name(status: String(decoding: bytes.prefix(count), as: UTF8.self)) : nil
    }

    /// The terminal that `/proc/PID/stat` says (`proc(5)`): its field tty_nr, the fifth after the name in parentheses, which may hold
    /// anything.
    static func name(status: String) -> String? {
        guard let end = status.lastIndex(of: ")") else { return nil }
        let fields = status[status.index(after: end)...].split(separator: " ")
        guard fields.count > 4, let device = Int32(fields[4]), device != 0 else { return nil }
        let number = UInt32(bitPattern: device)
        let (major, minor) = (number >> 8 & 0xFFF, number & 0xFF | number >> 12 & 0xFFF00)
        return switch major {
        case 4: "tty\(minor)"
        case 136...143: "pts/\((major - 136) << 8 | minor)"
        default: nil
        }
    }
}
