/// Why there can be no screen, in words for the person who started the program. It exits with 78 (EX_CONFIG).
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, what is wrong, and what to do. ASCII only.
    public let description: String

    static let notATerminal = TerminalError(
        description: "The console needs a terminal, and input or output is not one. "
            + "For scripts give a subcommand; headframe --help lists them.")

    static func unknown(_ name: String) -> TerminalError {
        TerminalError(
            description: "The terminal is called \(printable(name)) (TERM), and this machine does not know it. "
                + "Try TERM=xterm-256color, or install the package ncurses-term.")
    }

    static func cannotPosition(_ name: String) -> TerminalError {
        TerminalError(
            description: "The terminal \(printable(name)) (TERM) cannot place its cursor, so there can be no screen. "
                + "For scripts give a subcommand; headframe --help lists them.")
    }

    static let nameIsMissing = TerminalError(
        description: "TERM is not set, so nobody knows what the terminal understands. Try TERM=xterm-256color.")

    static let failed = TerminalError(
        description: "The terminal could not be opened: no descriptors or no memory are left.")

    private static func printable(_ name: String) -> String {
        String(decoding: name.utf8.prefix(60).map { 0x20...0x7E ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
