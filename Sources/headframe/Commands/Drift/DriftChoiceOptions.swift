import ArgumentParser
import Domain

/// Whose reference is chosen, and why.
struct DriftChoiceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The service.", valueName: "name"))
    var service: String

    @Option(help: ArgumentHelp("The environment.", valueName: "name"))
    var environment: String = "default"

    @Option(help: ArgumentHelp("input or output; both when not given.", valueName: "side"))
    var side: String?

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String

    func validate() throws {
        guard side.map({ DriftSignal.Side(rawValue: $0) != nil }) ?? true else {
            throw ValidationError("--side must be input or output.")
        }
        guard !reason.isEmpty else { throw ValidationError("--reason must say why.") }
    }

    /// The choice of `interval`, or to learn anew.
    func draft(_ interval: TimeRange?) throws -> DriftReferenceDraft {
        DriftReferenceDraft(
            subject: DriftSubject(environment: environment, service: service),
            side: side.flatMap { DriftSignal.Side(rawValue: $0) }, interval: interval, reason: reason)
    }
}
