import Domain

/// A database that is written a little at a time. One connection does all the writing and checkpointing, as with segments; whoever needs it takes
/// turns, and nobody holds it for longer than one small transaction.
///
/// Sendable because the file is only touched within `turn.locked`.
final class SharedFile: @unchecked Sendable {
    let path: String
    private let turn = Signal()
    private var file: DatabaseFile?
    private var broken: StoreError?

    /// Opens `path` for the one writer of a store.
    init(_ path: String, _ access: DatabaseFile.Access) throws(StoreError) {
        self.path = path
        file = try DatabaseFile(path, access)
    }

    /// Why it cannot be written by this process any more: an fsync failed.
    var failure: StoreError? { turn.locked { broken } }

    /// Runs `body` while nobody else uses the file.
    func withFile<Result>(_ body: (DatabaseFile) throws -> Result) throws -> Result {
        try turn.locked {
            if let broken { throw broken }
            guard let file else { throw StoreError.closed }
            do {
                return try body(file)
            } catch let error as StoreError {
                if error.isFatal { broken = error }
                throw error
            }
        }
    }

    /// Runs `body` in a transaction: when it returns, what it wrote is on the disk; when it throws, nothing of it is.
    ///
    /// - Parameter committed: what is to follow the commit before anybody else has a turn.
    func transaction<Result>(
        committed: (DatabaseFile) -> Void = { _ in }, _ body: (DatabaseFile) throws -> Result
    ) throws -> Result {
        try withFile { file in
            try file.execute("BEGIN IMMEDIATE")
            do {
                let result = try body(file)
                try file.execute("COMMIT")
                committed(file)
                if file.logPages > Self.mostLogPages { try file.checkpoint(truncate: false) }
                return result
            } catch {
                file.rollback()
                throw error
            }
        }
    }

    /// Leaves nothing in the WAL and closes the file.
    func close() {
        turn.locked {
            if broken == nil { try? file?.checkpoint(truncate: true) }
            file?.close()
            file = nil
        }
    }

    private static let mostLogPages = 512
}
