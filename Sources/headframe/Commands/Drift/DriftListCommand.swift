import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe drift list`: every signal, its state and why.
struct DriftListCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every signal and its state; one signal with everything about it.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("One signal, such as input_length; all when none is named.", valueName: "signal"))
    var signal: String?

    @Option(help: ArgumentHelp("How things stood then: 03:12, 2h (ago) or RFC 3339.", valueName: "time"))
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        if let signal, DriftSignal(signal) == nil {
            let known = DriftSignal.usual.map(\.name).joined(separator: ", ")
            throw ValidationError(
                "'\(signal)' is no signal; the signals are \(known), score:NAME and ground_truth:SET.")
        }
        // Without a moment asked for: the newest there is, whatever clock the collector goes by.
        let moment = try at.map { try Timestamp.read($0, option: "--at", now: now) } ?? Timestamp(nanoseconds: .max)
        let report = DriftReport(try reader.drift(at: moment), signal: signal)
        return json ? report.json.text : report.text
    }
}
