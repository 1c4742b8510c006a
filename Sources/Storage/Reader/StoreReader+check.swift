import Domain

extension StoreReader {
    /// Looks whether the files of the store are sound, newest day first, as far as `seconds` allow: SQLite's quick check of each segment.
    ///
    /// - Returns: what is wrong, a sentence each; empty when nothing is.
    public func check(within seconds: Double) -> [String] {
        let end = MonotonicTime.now().advanced(by: .milliseconds(Int64(min(max(0, seconds), 3600) * 1000)))
        var problems: [String] = []
        for name in directory.segmentNames().reversed() where MonotonicTime.now() < end {
            do {
                guard let segment = try segment(name) else { continue }
                let statement = try segment.file.statement("PRAGMA quick_check(1)")
                defer { statement.reset() }
                if try statement.step(), let found = statement.text(0), found != "ok" {
                    problems.append(StoreError.damaged(path: directory.path(of: name), detail: found).description)
                }
            } catch {
                problems.append(String(describing: error))
            }
        }
        return problems
    }
}
