import Domain
import Glibc

/// Removes days that are too old, after their hours have gone to `history.db`.
struct Retention {
    private let directory: StoreDirectory
    private let days: Int32?
    private let patience: Nanoseconds
    /// Since when more than a tenth of the store is due.
    private var suspicion: MonotonicTime?

    init(_ directory: StoreDirectory, _ options: StoreOptions) {
        (self.directory, days, patience) = (directory, options.retentionDays, options.retentionPatience)
    }

    /// Removes what is due at `now`. When more than a tenth of the store is, a clock may be wrong: it must stay so for a while.
    mutating func run(_ segments: OpenSegments, now: Timestamp, monotonic: MonotonicTime) throws {
        guard let days, days > 0 else { return }
        let names = directory.segmentNames()
        let due = names.filter { $0.day < now.day.advanced(by: -days) }
        guard !due.isEmpty else {
            suspicion = nil
            return
        }
        let (all, old) = (bytes(names), bytes(due))
        if old > all / 10 {
            let since = suspicion ?? monotonic
            suspicion = since
            guard monotonic.since(since) >= patience else { return }
        }
        try remove(due, from: segments)
        suspicion = nil
    }

    private func remove(_ due: [SegmentName], from segments: OpenSegments) throws {
        let history = try HistoryWriter(directory)
        defer { history.close() }
        for (day, names) in Dictionary(grouping: due, by: \.day).sorted(by: { $0.key < $1.key }) {
            let readers = try names.map { name in
                let segment = try segments[name]
                try segment.fold()
                return SegmentReader(name, file: segment.file)
            }
            try history.move(day, of: readers)
            for name in names {
                segments.forget(name)
                let path = directory.path(of: name)
                for file in [path, path + "-wal", path + "-shm"] { unlink(file) }
            }
        }
    }

    private func bytes(_ names: [SegmentName]) -> Int64 {
        names.reduce(0) { $0 + FileSystem.size(directory.path(of: $1)) }
    }
}
