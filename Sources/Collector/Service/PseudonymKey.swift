import Storage

/// The key of the pseudonyms of a store, made when it is first needed. Without it nobody can find out whose the pseudonyms are, nor go on
/// making the same ones.
struct PseudonymKey {
    private let path: String

    init(store: String) { path = store + "/pseudonym.key" }

    /// The key.
    ///
    /// - Throws: why there is none.
    func read() throws(CollectorError) -> [UInt8] {
        do throws(KeyFile.Failure) {
            return try KeyFile(path).readOrMake()
        } catch {
            throw .pseudonymKey(path, reason: error.reason)
        }
    }
}
