import ArgumentParser
import Configuration
import Control
import Domain
import Foundation
import Reports
import Storage

/// `headframe alerts preview`: when rules would have fired.
struct AlertsPreviewCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "When the rules of the configuration would have fired over the last days.",
        discussion: "What was found at each step of the past goes through the same life cycle as what is found now.")

    @OptionGroup var store: StoreOption
    @OptionGroup var range: RangeOptions

    @Option(help: ArgumentHelp("One rule; all when none is named.", valueName: "name"))
    var rule: String?

    @Option(
        help: ArgumentHelp("Configuration file; $XDG_CONFIG_HOME/headframe/config.yaml otherwise.", valueName: "file"))
    var config: String?

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let rules = try chosen()
        let range = try past(now)
        let report = AlertPreviewReport(
            try rules.map { rule in
                do { return try AlertPreview.of(rule, in: reader, over: range) } catch let error as StoreError {
                    throw error
                } catch {
                    throw ProgramError(exit: .internalError, message: "previewing \(rule.name): \(error)")
                }
            })
        return json ? report.json.text : report.text
    }

    private func past(_ now: Timestamp) throws -> TimeRange {
        let isNamed = range.last != nil || range.from != nil
        let range = try isNamed ? range.range(now: now) : TimeRange(last: .days(7), before: now)
        guard range.length <= .days(92) else { throw ValidationError("a preview looks at 92 days at most.") }
        return range
    }

    private func chosen() throws -> [AlertRule] {
        let environment = ProcessInfo.processInfo.environment
        let paths =
            config.map(ConfigurationPaths.init(configuration:)) ?? ConfigurationPaths(environment: environment)
        let rules: [AlertRule]
        do throws(ConfigurationError) {
            rules = try Configuration.load(paths, isNamed: config != nil).alertRules
        } catch {
            throw ProgramError(exit: .configuration, message: error.description)
        }
        guard let rule else { return rules }
        let named = rules.filter { $0.name == rule }
        guard !named.isEmpty else {
            let known = rules.map(\.name).joined(separator: ", ")
            throw ProgramError(
                exit: .notFound, message: "previewing \(rule): no rule has this name; there are \(known)")
        }
        return named
    }
}
