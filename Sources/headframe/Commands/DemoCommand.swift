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
            let end = TerminationSignal()
            let demonstration = try Demonstration(options, configuration: look.config)
            let (store, application) = (demonstration.store, demonstration.application)
            defer { store.remove() }
            defer { demonstration.stop() }
            guard headless != nil || StandardOutput.isTerminal else {
                throw ProgramError(
                    exit: .configuration,
                    message: "the demo needs a terminal, and output is not one; --headless 20 runs without one")
            }
            // Before the history, so that a mistake in the configuration is told at once.
            let session = try ConsoleSession(look: look, clock: application.clock)
            end.onArrival { application.stop() }
            let isFilled = try demonstration.fillHistory { progress in
                let share = Int((progress.history * 100).rounded())
                StandardError.progress(
                    "filling in the last \(TimeText.text(options.historyLength ?? .hours(24)))  \(share) %")
            }
            StandardError.progress(nil)
            guard isFilled else { return }
            demonstration.start()
            if let headless {
                end.wait(seconds: headless)
                StandardOutput.write(try holdings(store.path, at: application.clock.now()))
            } else {
                try session.run(store: store.path)
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
