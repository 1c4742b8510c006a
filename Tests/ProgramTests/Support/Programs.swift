import Foundation

/// The built programs: in the folder that `HEADFRAME_PROGRAMS` names, else beside the test bundle.
enum Programs {
    static let console = folder + "/headframe"
    static let daemon = folder + "/headframed"

    private static let folder: String =
        ProcessInfo.processInfo.environment["HEADFRAME_PROGRAMS"]
        ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
}
