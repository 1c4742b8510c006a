import ArgumentParser
import Drawing
import Storage

/// A failure that ends the program: what was tried, what is wrong, what to do.
struct ProgramError: Error {
    let exit: ProgramExit
    let message: String

    /// Says the message on standard error and gives the error that ends an `ArgumentParser` command with the right code.
    func report() -> ExitCode {
        StandardError.write("headframe: " + Text.sanitized(message, as: .body))
        return ExitCode(exit.rawValue)
    }

    /// Runs `body`; what it fails with is said, and ends the command with the right code.
    static func reporting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as ProgramError {
            throw error.report()
        } catch let error as StoreError {
            throw ProgramError(error).report()
        } catch let error as ValidationError {
            // Left to the parser, it would be followed by the usage of the whole program instead of this command's.
            throw ProgramError(exit: .usage, message: error.message).report()
        }
    }
}
