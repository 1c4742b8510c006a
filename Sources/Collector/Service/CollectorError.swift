import Configuration
import Storage

/// Why the collector does not start.
public enum CollectorError: Error, Sendable, CustomStringConvertible {
    case store(StoreError)
    /// The address reaches beyond this machine.
    case notLoopback(ListenAddress)
    /// The address cannot be listened on.
    ///
    /// - Parameter option: the option of `headframed` that chooses another.
    case address(ListenAddress, reason: String, option: String)

    /// The key of the pseudonyms cannot be used.
    case pseudonymKey(_ path: String, reason: String)

    /// What was tried, what is wrong, what to do.
    public var description: String {
        switch self {
        case .store(.readOnly(let path)):
            "opening the store: \(path) cannot be written; make the file system writable for this user, or choose another "
                + "directory with --store"
        case .store(.diskFull(let path)):
            "opening the store: there is no space left for \(path); free some, or choose another directory with --store"
        case .store(let error): error.description
        case .notLoopback(let address):
            "listening on \(address): only loopback addresses are served, because there are no tokens and no TLS in this "
                + "version; choose 127.0.0.1 and let other machines come through a tunnel"
        case .address(let address, let reason, let option):
            "listening on \(address): \(reason); stop the program that listens there or choose another port with --\(option)"
        case .pseudonymKey(let path, let reason):
            "reading the key of the pseudonyms, \(path): \(reason)"
        }
    }

    /// The status with which `headframed` ends.
    public var exitCode: Int32 {
        switch self {
        case .store(.inUse): 75
        case .store(.damaged), .store(.newerSchema): 65
        case .store(.inputOutput): 70
        case .store, .notLoopback, .address, .pseudonymKey: 78
        }
    }
}
