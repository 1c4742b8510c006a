import ArgumentParser

/// How the console looks.
struct LookOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Name of the theme; the configuration's otherwise.", valueName: "name"))
    var theme: String?

    @Option(help: ArgumentHelp("Characters for charts and frames: braille, block, ascii.", valueName: "set"))
    var glyphs: String?

    @Flag(help: "Leave the mouse to the terminal.")
    var noMouse = false

    @Option(
        help: ArgumentHelp("Configuration file; $XDG_CONFIG_HOME/headframe/config.yaml otherwise.", valueName: "file"))
    var config: String?
}
