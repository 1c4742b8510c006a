/// Where the store of a user is when nobody says otherwise.
public enum StorePath {
    /// `HEADFRAME_STORE`, else `headframe` under `$XDG_DATA_HOME`, else under `~/.local/share`.
    public static func standard(environment: [String: String]) -> String {
        if let path = environment["HEADFRAME_STORE"], !path.isEmpty { return path }
        let home = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (home ?? (environment["HOME"] ?? "") + "/.local/share") + "/headframe"
    }
}
