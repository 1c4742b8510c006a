import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe release list`: all releases.
struct ReleaseListCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All releases, and which of them each app serves.")

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("Only those of this app.", valueName: "name"))
    var app: String?

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let report = ReleasesReport(
            try reader.releases(of: app, at: now), activations: try reader.activations(of: app, at: now))
        return json ? report.json.text : report.text
    }
}
