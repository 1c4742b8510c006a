import ArgumentParser
import Console
import Domain
import Drawing
import Reports
import Simulator
import Storage

/// `headframe demo`: the whole house on a temporary store.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Collector, simulated application and console on a temporary store, removed at the end.")

    @OptionGroup var options: DemoOptions
    @OptionGroup var look: LookOptions

    @Option(
        help: ArgumentHelp(
            "Run without a terminal for so many seconds, then print what the store holds.", valueName: "seconds"))
    var headless: Double?

    func validate() throws {
        if let headless, !(0...86_400).contains(headless) {
            throw ValidationError("--headless must lie between 0 and 86400 seconds.")
        }
    }

    func run() throws {
        do {
            let demonstration = try Demonstration(options)
            let store = demonstration.store
            defer { store.remove() }
            defer { demonstration.stop() }
            let end = TerminationSignal()
            try demonstration.fillHistory { progress in
                StandardError.progress("filling in the last day  \(Int((progress.history * 100).rounded())) %")
            }
            StandardError.progress(nil)
            demonstration.start()
            if let headless {
                _ = end.wait(seconds: headless)
                StandardOutput.write(try holdings(store.path, at: demonstration.application.clock.now()))
            } else {
                let session = try ConsoleSession(look: look, clock: demonstration.application.clock)
                try session.run { try StoreReader.open(store.path) }
            }
        } catch let error as ProgramError {
            throw error.report()
        }
    }

    /// What the store holds, and the last quarter of an hour by release.
    private func holdings(_ path: String, at now: Timestamp) throws -> String {
        do {
            let reader = try StoreReader.open(path)
            let summary = try reader.summary()
            let query = StatsQuery(range: TimeRange(last: .minutes(15), before: now), by: [.release], at: now)
            return """
                scenario \(options.scenario), seed \(options.seed)
                \(Format.grouped(Int(summary.spans))) spans, \(Format.grouped(Int(summary.calls))) calls of \
                \(summary.services.sorted().joined(separator: ", "))

                \(StatsReport(query, try reader.stats(query)).text)
                """
        } catch let error as StoreError {
            throw ProgramError(error)
        }
    }
}
