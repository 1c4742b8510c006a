import Glibc

/// What the operating system says about this process, from `/proc/self`.
struct ProcessFacts {
    var cpuSeconds: Double?
    var residentBytes: Int?
    var virtualBytes: Int?
    /// Since the epoch.
    var startSeconds: Double?
    var openDescriptors: Int?
    var maximalDescriptors: Double?

    /// The facts of this moment; what cannot be read is nil.
    init() {
        readStatistics()
        openDescriptors = ProcessFacts.countDescriptors()
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0 {
            maximalDescriptors = limit.rlim_cur == .max ? .infinity : Double(limit.rlim_cur)
        }
    }

    /// `proc(5)`, `/proc/pid/stat`: the name of the program stands in parentheses and may hold anything, the fields come behind.
    private mutating func readStatistics() {
        guard let line = ProcessFacts.text("/proc/self/stat"), let name = line.lastIndex(of: ")") else { return }
        let fields = line[line.index(after: name)...].split(separator: " ")
        func field(_ number: Int) -> Int? { number - 3 < fields.count ? Int(fields[number - 3]) : nil }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        if let user = field(14), let system = field(15) { cpuSeconds = Double(user + system) / ticks }
        virtualBytes = field(23)
        residentBytes = field(24).map { $0 * sysconf(Int32(_SC_PAGESIZE)) }
        guard let started = field(22), let boot = ProcessFacts.bootTime() else { return }
        startSeconds = boot + Double(started) / ticks
    }

    private static func bootTime() -> Double? {
        text("/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }
            .flatMap { Double($0.dropFirst("btime ".count)) }
    }

    private static func countDescriptors() -> Int? {
        guard let directory = opendir("/proc/self/fd") else { return nil }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // "." and "..", and the descriptor of this very look
        return max(0, count - 3)
    }

    private static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}

extension ProcessFacts {
    /// Adds what is known, under the names that Prometheus gives to every process.
    func add(to text: inout PrometheusText) {
        func gauge(_ name: String, _ help: String, _ value: Double?) {
            if let value { text.single(name, .gauge, help, value) }
        }
        if let cpuSeconds {
            text.single("process_cpu_seconds_total", .counter, "User and system CPU time.", cpuSeconds)
        }
        gauge("process_resident_memory_bytes", "Resident memory.", residentBytes.map(Double.init))
        gauge("process_virtual_memory_bytes", "Virtual memory.", virtualBytes.map(Double.init))
        gauge("process_start_time_seconds", "Start of the process since the epoch.", startSeconds)
        gauge("process_open_fds", "Open file descriptors.", openDescriptors.map(Double.init))
        gauge("process_max_fds", "File descriptors that may be open.", maximalDescriptors)
    }
}
