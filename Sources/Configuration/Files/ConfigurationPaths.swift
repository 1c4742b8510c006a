/// Where the files of a user are, by the XDG Base Directory Specification.
public struct ConfigurationPaths: Hashable, Sendable {
    /// `config.yaml`; it need not exist.
    public let configuration: String
    /// `prices.yaml` beside it; it need not exist.
    public let prices: String
    /// The folder of themes beside it; it need not exist.
    public let themes: String

    /// The files beside the configuration file at `path`.
    public init(configuration path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        configuration = path
        prices = folder + "prices.yaml"
        themes = folder + "themes"
    }

    /// The files of the user whose environment is given: `$XDG_CONFIG_HOME/headframe`, else `~/.config/headframe`.
    public init(environment: [String: String]) {
        let home = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        self.init(configuration: (home ?? (environment["HOME"] ?? "") + "/.config") + "/headframe/config.yaml")
    }
}
