import ArgumentParser
import Drawing

/// A failure that ends the program: what was tried, what is wrong, what to do.
struct ProgramError: Error {
    let exit: ProgramExit
    let message: String

    /// Says the message on standard error and gives the error that ends an `ArgumentParser` command with the right code.
    func report() -> ExitCode {
        StandardError.write("headframe: " + Text.sanitized(message, as: .body))
        return ExitCode(exit.rawValue)
    }
}
