import ArgumentParser

/// `headframe doctor`: what works here, what does not, and what to do about it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the configuration, the store, the collector and the terminal.")

    @OptionGroup var store: StoreOption

    @Option(
        help: ArgumentHelp("Configuration file; $XDG_CONFIG_HOME/headframe/config.yaml otherwise.", valueName: "file"))
    var config: String?

    func run() throws {
        var checkup = Checkup()
        checkup.configuration(config)
        checkup.store(store.path)
        checkup.terminal()
        StandardOutput.write(checkup.text)
        if checkup.hasTrouble { throw ExitCode(ProgramExit.no.rawValue) }
    }
}
