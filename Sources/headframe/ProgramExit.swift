/// The exit codes on which scripts may rely (sysexits where they fit).
enum ProgramExit: Int32 {
    case no = 1
    case undecided = 2
    case held = 3
    case usage = 64
    case damaged = 65
    case notFound = 66
    case collectorNotRunning = 69
    case internalError = 70
    case inUse = 75
    case notAllowed = 77
    case configuration = 78
}
