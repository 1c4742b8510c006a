extension Format {
    /// Who somebody is, without the way in which it is known: `os:anna` is `anna`.
    public static func person(_ principal: String) -> String {
        principal.hasPrefix("os:") ? String(principal.dropFirst(3)) : principal
    }
}
