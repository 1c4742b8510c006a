extension Collector {
    /// The version of this program.
    public static let version = "0.1.0"
}
