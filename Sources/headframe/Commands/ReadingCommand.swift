import ArgumentParser
import Domain
import Storage

/// A command that reads the store and prints an answer: failures end it with a sentence and the right code.
protocol ReadingCommand: ParsableCommand {
    var store: StoreOption { get }

    /// Answers from `reader` at `now`; what it returns is printed.
    func answer(from reader: StoreReader, now: Timestamp) throws -> String
}

extension ReadingCommand {
    mutating func run() throws {
        try ProgramError.reporting {
            let text = try answer(from: store.open(), now: SystemClock().now())
            if !text.isEmpty { StandardOutput.write(text) }
        }
    }
}
