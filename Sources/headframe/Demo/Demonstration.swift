import Collector
import Configuration
import ControlClient
import Domain
import Simulator

/// A collector on a temporary store and a simulated application that reports to it over the network, as any application would.
final class Demonstration {
    let store: TemporaryStore
    let application: SimulatedApplication
    private let collector: Collector
    /// What the deploy scripts of the simulated company did in the history.
    private let deploys: [MarkDraft]

    /// Starts the collector and makes the application; nothing is reported yet.
    ///
    /// - Parameter configuration: a file for the collector; its defaults when nil, whatever is configured on this machine: a demo pages
    ///   nobody who did not ask for it.
    /// - Throws: `ProgramError`.
    init(_ options: DemoOptions, configuration: String?) throws {
        let configuration = try configuration.map { file in
            try Configuration.read(ConfigurationPaths(configuration: file), isNamed: true)
        }
        guard let folder = ResourceFolder.path("sample-data") else {
            throw ProgramError(
                exit: .notFound,
                message:
                    "looking for the folder sample-data beside the program and above it: it is not there; run from a checkout"
            )
        }
        guard let scenario = Scenario(named: options.scenario) else {
            let known = Scenario.all.map(\.name).joined(separator: ", ")
            throw ProgramError(
                exit: .usage, message: "there is no scenario '\(options.scenario)'; the scenarios are: \(known)")
        }
        store = try TemporaryStore()
        do {
            let data = try SampleData(folder: folder)
            var settings = CollectorOptions(store: store.path, configuration: configuration ?? Configuration())
            settings.http = ListenAddress("127.0.0.1:0")
            settings.grpc = .off
            settings.logsQuietly = true
            let now = SystemClock().now()
            deploys = scenario.deploys.map { $0.mark(epoch: now) }
            collector = try Collector(settings, clock: TelemetryClock(beginning: now, speed: options.speed))
            var behaviour = SimulatedApplication.Options()
            behaviour.speed = options.speed
            if let length = options.historyLength { behaviour.historyLength = length }
            application = SimulatedApplication(
                endpoint: "http://\(collector.http)", scenario: scenario, seed: options.seed, data: data, now: now,
                options: behaviour)
        } catch {
            store.remove()
            throw ProgramError(exit: .internalError, message: "starting the demo: \(error)")
        }
    }

    /// Where an application could report to as well.
    var endpoint: String { collector.http }

    /// Sends the past, so that the charts are full at once; false when it was stopped before all of it was there.
    func fillHistory(_ report: (ExportProgress) -> Void) throws -> Bool {
        do throws(ExportError) {
            try application.fillHistory(report)
            setMarks()
            return true
        } catch .stopped {
            return false
        } catch {
            throw ProgramError(exit: .internalError, message: "filling in the history: \(error)")
        }
    }

    /// Marks the deploys as their scripts would. Where the socket cannot be reached the demo goes on without them.
    private func setMarks() {
        let client = ControlClient(store: store.path)
        var generator = SystemRandomNumberGenerator()
        for deploy in deploys { _ = try? client.send(.mark(deploy), key: IdempotencyKey(using: &generator)) }
    }

    /// Lets the application go on from now.
    func start() {
        let application = application
        WorkerThread.start("application") { application.run() }
    }

    /// Ends the application and the collector.
    func stop() {
        application.stop()
        collector.stop()
    }
}
