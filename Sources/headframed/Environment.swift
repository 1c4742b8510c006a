import Glibc

/// The environment of the process.
enum Environment {
    /// The variables that say where files are.
    static var variables: [String: String] {
        let names = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HEADFRAME_STORE"]
        let pairs = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
