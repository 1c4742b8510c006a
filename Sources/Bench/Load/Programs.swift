/// The built programs that are measured.
struct Programs {
    let daemon: String
    let client: CommandLineProgram

    /// The programs in the build folder `folder`.
    init(_ folder: String) {
        daemon = folder + "/headframed"
        client = CommandLineProgram(path: folder + "/headframe")
    }
}
