import Domain

/// The segments that are open for writing, and those that are there.
final class OpenSegments {
    private let directory: StoreDirectory
    private let options: StoreOptions
    private var open: [SegmentName: SegmentWriter] = [:] { didSet { readable = nil } }
    private var readable: (days: ClosedRange<Int32>, segments: [SegmentWriter])?
    /// Numbers of the segments of each day, ascending.
    private var existing: [Day: [Int]] = [:]
    /// When each was used last, counted in uses.
    private var lastUse: [SegmentName: Int] = [:]
    private var uses = 0
    /// Segments that are known to be sealed.
    private var sealed: Set<SegmentName> = []
    /// Segments that cannot be opened: the others go on without them.
    private(set) var damaged: [SegmentName: StoreError] = [:]

    init(_ directory: StoreDirectory, options: StoreOptions) {
        (self.directory, self.options) = (directory, options)
        for name in directory.segmentNames() { existing[name.day, default: []].append(name.number) }
    }

    /// The segment into which spans of `day` go at present; a new one when the last is full.
    func current(_ day: Day) throws -> SegmentWriter {
        if options.isOneSegment { return try self[.alone] }
        let last = SegmentName(day: day, number: existing[day]?.last ?? 1)
        let segment: SegmentWriter
        do {
            segment = try self[last]
        } catch StoreError.damaged {
            segment = try self[last.next]
        }
        guard segment.spanCount >= options.segmentSpans, !segment.isInTransaction else { return segment }
        try segment.finish()
        let next = try self[last.next]
        try next.adoptSeries(of: segment)
        try next.file.setWritingMuch(true)
        return next
    }

    /// The first segment of `day` that can be opened.
    func first(_ day: Day) throws -> SegmentWriter {
        if options.isOneSegment { return try self[.alone] }
        for number in existing[day] ?? [] {
            do { return try self[SegmentName(day: day, number: number)] } catch StoreError.damaged { continue }
        }
        return try current(day)
    }

    /// The segment `name`, opened or made when it is not open.
    subscript(name: SegmentName) -> SegmentWriter {
        get throws {
            uses += 1
            lastUse[name] = uses
            if let segment = open[name] { return segment }
            if let error = damaged[name] { throw error }
            let segment: SegmentWriter
            do {
                segment = try SegmentWriter(name, path: directory.path(of: name), options)
            } catch {
                if case StoreError.damaged = error { damaged[name] = StoreError(error, path: directory.path) }
                throw error
            }
            if existing[name.day]?.contains(name.number) != true {
                existing[name.day, default: []].append(name.number)
                existing[name.day]?.sort()
            }
            open[name] = segment
            return segment
        }
    }

    /// The segments of `days` to look something up in, without those that are damaged.
    func readable(_ days: ClosedRange<Int32>) throws -> [SegmentWriter] {
        if options.isOneSegment { return [try self[.alone]] }
        // Nearly every span asks for the same days as the one before.
        if let known = readable, known.days == days { return known.segments }
        var segments: [SegmentWriter] = []
        for name in existing(days) {
            do { segments.append(try self[name]) } catch StoreError.damaged { continue }
        }
        readable = (days, segments)
        return segments
    }

    private func existing(_ days: ClosedRange<Int32>) -> [SegmentName] {
        var names: [SegmentName] = []
        for number in days {
            let day = Day(number: number)
            for index in existing[day] ?? [] {
                let name = SegmentName(day: day, number: index)
                if damaged[name] == nil { names.append(name) }
            }
        }
        return names
    }

    var all: [SegmentWriter] { Array(open.values) }
    /// Those with an open transaction, oldest first.
    var inTransaction: [SegmentWriter] { open.values.filter(\.isInTransaction).sorted { $0.name < $1.name } }

    /// Commits every open transaction.
    func commit() throws {
        for segment in inTransaction {
            try segment.commit()
            sealed.remove(segment.name)
        }
    }

    /// Seals one segment of a day before `day` that may not be sealed yet: one at a time, as each takes a moment.
    func sealNext(before day: Day) throws {
        let over = existing.filter { $0.key < day }.flatMap { day, numbers in
            numbers.map { SegmentName(day: day, number: $0) }
        }
        guard let name = over.filter({ !sealed.contains($0) && damaged[$0] == nil }).min() else { return }
        let wasOpen = open[name] != nil
        let segment = try self[name]
        try segment.seal()
        // One that somebody reads gets its turn again when it was written once more, or at the next start.
        sealed.insert(name)
        if !wasOpen { open.removeValue(forKey: name)?.file.close() }
    }

    /// Closes the segments that were not used for longest, down to a handful. Only between commits.
    func closeIdle() {
        while open.count > Self.mostOpen {
            guard let name = open.keys.min(by: { (lastUse[$0] ?? 0) < (lastUse[$1] ?? 0) }) else { return }
            open.removeValue(forKey: name)?.file.close()
        }
    }

    /// Forgets a segment whose files are gone.
    func forget(_ name: SegmentName) {
        open.removeValue(forKey: name)?.file.close()
        existing[name.day]?.removeAll { $0 == name.number }
        if existing[name.day]?.isEmpty == true { existing[name.day] = nil }
    }

    /// Takes back whatever is not committed and closes everything.
    func abandon() {
        for segment in open.values { segment.abandon() }
        open = [:]
    }

    private static let mostOpen = 40
}
