import ArgumentParser
import Configuration
import Conventions
import Domain
import Foundation
import Storage
import Collector

/// Which store a command looks at.
struct StoreOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Directory of the store, or one segment or exported incident.",
            discussion: "By default HEADFRAME_STORE, else $XDG_DATA_HOME/headframe.",
            valueName: "directory"))
    var store: String?

    /// The directory that is meant.
    var path: String {
        store ?? StorePath.standard(environment: ProcessInfo.processInfo.environment)
    }

    /// Opens it for reading.
    ///
    /// - Throws: `ProgramError` with the code that scripts rely on.
    func open() throws -> StoreReader { try Self.reader(of: path) }

    /// Opens the store in `path` for reading.
    ///
    /// - Throws: `ProgramError` with the code that scripts rely on.
    static func reader(of path: String) throws -> StoreReader {
        do {
            return try StoreReader.open(path)
        } catch let error as StoreError {
            throw ProgramError(error)
        }
    }
}

extension StoreReader {
    /// The store in `path`, read as the wire and the conventions understand it.
    static func open(_ path: String) throws -> StoreReader {
        try StoreReader(path: path, decode: .wire, contents: Interpreter.contents)
    }
}

extension ProgramError {
    /// What becomes of the program when the store cannot do what was asked.
    init(_ error: StoreError) {
        let exit: ProgramExit =
            switch error {
            case .notAStore: .notFound
            case .damaged, .newerSchema: .damaged
            case .inUse: .inUse
            case .badQuery, .alreadyThere: .usage
            case .readOnly, .diskFull, .inputOutput, .busy, .timedOut, .closed: .internalError
            }
        var message = error.description
        if case .badQuery = error { message += "; headframe sql --help lists the views and their columns" }
        self.init(exit: exit, message: message)
    }
}
