import Domain

/// Fills a store with a day of traces in 300 series, through a daemon.
struct DayOfTelemetry {
    let programs: Programs
    let prose: Prose

    /// Sends about `spans` spans that end evenly over the last 23 hours.
    func fill(_ store: String, spans: Int) throws {
        let daemon = try DaemonProcess(programs.daemon, store: store)
        defer { daemon.stop() }
        let parts = 46
        let now = SystemClock().now()
        for part in 0..<parts {
            let end = now.advanced(by: .minutes(Int64((part + 1 - parts) * 30)))
            let load = try Load(
                .traces, series: 300, spans: max(512, spans / parts), prose: prose, seed: UInt64(7000 + part), end: end)
            _ = try load.send(to: daemon, until: { true })
        }
    }
}
