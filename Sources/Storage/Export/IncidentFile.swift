import Domain
import Glibc

/// The file of an incident while it is written: the only segment of a small store beside it, whose name ends in `.partial`. When it is
/// whole it gets its name, and what was beside it is removed.
final class IncidentFile {
    private let target: String
    private let directory: StoreDirectory
    private let lock: StoreLock
    private let control: ControlFile
    private let committer: Committer
    private let options: StoreOptions

    init(_ target: String, resolver: @escaping TraceResolver) throws(StoreError) {
        guard !FileSystem.exists(target) else { throw StoreError.alreadyThere(path: target) }
        self.target = target
        directory = try StoreDirectory(creating: target + ".partial")
        lock = try StoreLock(directory)
        // What an export left that was killed.
        for name in FileSystem.names(in: directory.segmentsPath) { unlink(directory.segmentsPath + "/" + name) }
        var options = StoreOptions()
        options.isOneSegment = true
        options.seriesLimit = Self.mostSeries
        options.metricSeriesLimit = Self.mostSeries
        self.options = options
        control = try ControlFile(directory, options, clock: SystemClock())
        // What is brought here has its price.
        committer = Committer(
            directory, control: control, resolver: resolver, pricer: { _, _ in nil }, options: options)
        do {
            try segment().file.setWritingMuch(true)
        } catch {
            throw StoreError(error, path: target)
        }
    }

    func segment() throws -> SegmentWriter { try committer.segments[.alone] }

    /// Stores a request as the daemon would, and keeps the WAL short.
    func commit(_ telemetry: PreparedTelemetry) throws {
        _ = try committer.commit([telemetry])
        let segment = try segment()
        if segment.unfolded >= options.foldContributions { try segment.fold() }
        if Int64(segment.file.logPages * DatabaseFile.pageSize) >= options.checkpointBytes {
            try segment.file.checkpoint(truncate: false)
        }
    }

    /// Seals the file and gives it its name.
    func finish() throws {
        let segment = try segment()
        try segment.seal()
        guard segment.isSealed else { throw StoreError.busy(path: directory.path) }
        segment.file.close()
        // A link, as renaming would replace what came to be there in the meantime.
        guard link(directory.path(of: .alone), target) == 0 else {
            let code = errno
            if code == EEXIST { throw StoreError.alreadyThere(path: target) }
            throw StoreError.inputOutput(path: target, detail: String(cString: strerror(code)))
        }
    }

    /// Removes everything but the finished file.
    func removeRemains() {
        committer.close()
        for segment in committer.segments.all { segment.abandon() }
        FileSystem.removeDirectory(directory.path)
    }

    /// More than a day has, as an incident may touch several.
    private static let mostSeries = 4000
}
