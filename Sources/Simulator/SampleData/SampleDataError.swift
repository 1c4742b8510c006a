/// Why the sample data cannot be used.
public enum SampleDataError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The folder or one of its files cannot be read.
    case unreadable(path: String, reason: String)
    /// A file is not written as the folder's README says.
    case malformed(file: String, line: Int, reason: String)
    /// Something that the simulation needs is not there.
    case missing(String, folder: String)

    /// What was tried, what is wrong, what to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "cannot read the sample data at \(path): \(reason); start from the project's folder, or name the folder sample-data with its path"
        case .malformed(let file, let line, let reason):
            "cannot use \(file), line \(line): \(reason); sample-data/README.md shows the form"
        case .missing(let what, let folder):
            "the sample data in \(folder) has no \(what); restore it from the project's folder sample-data"
        }
    }
}
