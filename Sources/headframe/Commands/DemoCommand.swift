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

    @Option(
        help: ArgumentHelp(
            "Run nothing but the model of the demo as a server on this port, for evaluations without a network.",
            valueName: "port"))
    var modelServer: UInt16?

    func validate() throws {
        if let headless, !(0...86_400).contains(headless) {
            throw ValidationError("--headless must lie between 0 and 86400 seconds.")
        }
    }

    func run() throws {
        do {
            let end = TerminationSignal()
            if let modelServer { return try serveModel(port: modelServer, until: end) }
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

    /// Serves the model until the program is ended, and says how to configure it.
    private func serveModel(port: UInt16, until end: TerminationSignal) throws {
        guard let folder = ResourceFolder.path("sample-data") else {
            throw ProgramError(
                exit: .notFound, message: "looking for the folder sample-data: it is not there; run from a checkout")
        }
        do {
            let server = try ChatServer(port: port, data: SampleData(folder: folder))
            end.onArrival { server.stop() }
            StandardOutput.write("endpoints:\n  - name: demo\n    url: \(server.url)")
            server.run()
        } catch {
            throw ProgramError(exit: .internalError, message: "serving the model of the demo: \(error)")
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
