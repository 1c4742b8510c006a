import Domain
import Foundation

/// The console as a person meets it: how soon it is there, how soon it reacts, what it costs while it is open.
struct ConsoleFigures {
    let programs: Programs
    let prose: Prose

    func measure() throws -> [Figure] {
        let store = try Scratch()
        defer { store.remove() }
        try DayOfTelemetry(programs: programs, prose: prose).fill(store.path, spans: 100_000)
        let daemon = try DaemonProcess(programs.daemon, store: store.path)
        defer { daemon.stop() }
        return try start(store.path) + use(store.path, daemon)
    }

    private func start(_ store: String) throws -> [Figure] {
        let starts = try (0..<5).map { _ in
            let begun = Stopwatch.now()
            let console = try ConsoleOnTerminal(
                programs.client.path, arguments: ["--store", store], rows: 40, columns: 120)
            defer { console.stop() }
            // The frame of the first chart: Overview with its answer, not the empty screen before it.
            var text = ""
            while !text.contains("┌"), Stopwatch.now() - begun < 5 {
                text += String(decoding: console.read(within: 1), as: UTF8.self)
            }
            return Stopwatch.now() - begun
        }
        return [
            Figure(
                "console: start to first painted Overview", "\(Int(starts.median * 1000)) ms", reach: "≤ 150 ms",
                isReached: starts.median <= 0.15)
        ]
    }

    /// Keys while 2 000 spans a second arrive, then a minute of watching.
    private func use(_ store: String, _ daemon: DaemonProcess) throws -> [Figure] {
        let console = try ConsoleOnTerminal(
            programs.client.path, arguments: ["--store", store], rows: 40, columns: 120)
        defer { console.stop() }
        console.settle(pause: 0.5, limit: 3)
        let load = try Load(.traces, series: 300, spans: 80_000, prose: prose, seed: 9)
        let port = daemon.port
        let sender = Worker {
            guard let sender = try? Sender(port: port) else { return }
            for request in load.requests {
                _ = try? sender.post(request)
                Foundation.Thread.sleep(forTimeInterval: Double(PayloadMaker.spansPerRequest) / 2000)
            }
        }
        var presses: [Double] = []
        for index in 0..<60 {
            if let seconds = console.press(index % 2 == 0 ? "j" : "k") { presses.append(seconds) }
            console.settle(pause: 0.1, limit: 0.3)
        }
        let (bytes, cpu, begun) = (console.bytes, ProcessUse.processorSeconds(console.pid), Stopwatch.now())
        while Stopwatch.now() - begun < 10 { _ = console.read(within: 0.5) }
        let seconds = Stopwatch.now() - begun
        let share = (ProcessUse.processorSeconds(console.pid) - cpu) / seconds
        let rate = Double(console.bytes - bytes) / seconds
        let memory = ProcessUse.residentMegabytes(console.pid)
        sender.join()
        return [
            Figure(
                "console: key to paint, 2 000 spans/s arriving",
                "median \(decimals(presses.median * 1000, 1)) ms, p95 \(decimals(presses.quantile(0.95) * 1000, 1)) ms",
                reach: "≤ 5 ms, ≤ 30 ms",
                isReached: presses.count > 50 && presses.median <= 0.005 && presses.quantile(0.95) <= 0.03),
            Figure(
                "console: CPU at 1 Hz refresh", "\(decimals(share * 100, 1)) % of a core", reach: "≤ 2 %",
                isReached: share <= 0.02),
            Figure(
                "console: bytes a second to the terminal, 120×40", "\(decimals(rate / 1000, 1)) kB", reach: "≤ 6 kB",
                isReached: rate <= 6000),
            Figure("console: memory", "\(Int(memory)) MB", reach: "≤ 40 MB", isReached: memory <= 40),
        ]
    }
}
