import ArgumentParser
import Conventions
import Domain
import Drawing
import Glibc
import Reports
import Storage
import Synchronization

/// `headframe export incident`: everything about a range in one file that can be sent and opened.
struct ExportIncidentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident", abstract: "Everything of a range in one file, to be kept, sent and opened.",
        discussion: """
            The file holds every trace of which a span ended within the range (in whole minutes), as a whole, with contents, log records, \
            metrics, judgements and feedback; 'headframe open FILE' and --store FILE show it with the numbers of the store. \
            It is for its owner only, and never written over another file.
            """)

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("From this moment on: RFC 3339, 2026-11-24, 03:12, or 2h (ago).", valueName: "time"))
    var from: String

    @Option(
        name: [.customLong("to"), .customLong("until")],
        help: ArgumentHelp("Up to this moment; now when not given.", valueName: "time"))
    var to: String?

    @Option(help: ArgumentHelp("The file that is made, such as incident.db.", valueName: "file"))
    var toFile: String

    @Flag(help: "Take secrets, addresses and numbers of people out of every text.")
    var masked = false

    mutating func run() throws {
        try ProgramError.reporting { try export() }
    }

    private func export() throws {
        var options = RangeOptions()
        (options.last, options.from, options.to) = (nil, from, to)
        let range = try options.range(now: SystemClock().now())
        guard range.from < range.to else {
            throw ValidationError("--from and --to are the same moment: there is nothing between them.")
        }
        let reader = try store.open()
        // Whoever writes the store goes first.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        let isEnded = Atomic(false)
        let end = TerminationSignal()
        end.onArrival { isEnded.store(true, ordering: .relaxed) }
        let incident = try reader.exportIncident(
            range, to: toFile, resolver: Interpreter.resolve, mask: masked ? .strict : nil
        ) { progress in
            StandardError.progress(
                "\(Format.grouped(Int(progress.spans + progress.logs))) of about \(Format.grouped(Int(progress.expected))) "
                    + "spans and log records")
            return !isEnded.load(ordering: .relaxed)
        }
        StandardError.progress(nil)
        guard let incident else {
            throw ProgramError(exit: .undecided, message: "exporting to \(toFile): ended; nothing was kept")
        }
        StandardError.write("headframe: \(toFile): \(incident.summary)")
        if let damage = incident.damage {
            throw ProgramError(
                exit: .damaged,
                message: "reading \(store.path): the store is damaged (\(damage)); the rest was exported")
        }
    }
}
