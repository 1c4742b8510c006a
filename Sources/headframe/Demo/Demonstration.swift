import Collector
import Configuration
import Domain
import Simulator

/// A collector on a temporary store and a simulated application that reports to it over the network, as any application would.
final class Demonstration {
    let store: TemporaryStore
    let application: SimulatedApplication
    private let collector: Collector

    /// Starts the collector and makes the application; nothing is reported yet.
    ///
    /// - Throws: `ProgramError`.
    init(_ options: DemoOptions) throws {
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
            var settings = CollectorOptions(store: store.path, configuration: Configuration())
            settings.http = ListenAddress("127.0.0.1:0")
            let now = SystemClock().now()
            collector = try Collector(settings, clock: TelemetryClock(beginning: now, speed: options.speed))
            var behaviour = SimulatedApplication.Options()
            behaviour.speed = options.speed
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

    /// Sends the last day, so that the charts are full at once.
    func fillHistory(_ report: (ExportProgress) -> Void) throws {
        do throws(ExportError) { try application.fillHistory(report) } catch {
            throw ProgramError(exit: .internalError, message: "filling in the history: \(error)")
        }
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
