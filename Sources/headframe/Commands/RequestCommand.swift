import ArgumentParser
import Conventions
import Domain
import Reports
import Storage

/// `headframe request`: one trace with everything that was said in it.
struct RequestCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "One trace: its spans, messages, documents and tools.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The trace, as 32 hexadecimal digits.", valueName: "trace id"))
    var trace: String

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        guard let id = TraceID(hex: trace) else {
            throw ValidationError("'\(trace)' is no trace id: it has 32 hexadecimal digits, not all zero.")
        }
        guard let detail = try reader.trace(id) else {
            throw ProgramError(
                exit: .notFound,
                message: "looking for trace \(id) in \(store.path): it is not there (not sent, or removed by retention)"
            )
        }
        let feedback = json ? [] : try reader.feedback(of: id)
        let report = TraceReport(detail, contents: Interpreter.contents, feedback: feedback)
        return json ? report.json.text : report.text(width: StandardOutput.width)
    }
}
