import Foundation

/// What a process has used, from `/proc`.
enum ProcessUse {
    /// Resident memory in megabytes; 0 when the process is gone.
    static func residentMegabytes(_ pid: Int32) -> Double { field("VmRSS:", pid) }
    /// The most resident memory so far, in megabytes.
    static func peakMegabytes(_ pid: Int32) -> Double { field("VmHWM:", pid) }

    /// User and system time in seconds.
    static func processorSeconds(_ pid: Int32) -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return 0 }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func field(_ name: String, _ pid: Int32) -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return (line?.split(separator: " ").compactMap { Double($0) }.first ?? 0) / 1024
    }
}
