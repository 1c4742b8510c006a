import Domain

extension StoreReader {
    /// Copies what people, deploy scripts and the collector said that they changed within `range`, or on the day before: what is wrong
    /// mostly began with a change that came earlier.
    ///
    /// - Returns: how many there are.
    func copyMarks(_ range: TimeRange, _ mask: TelemetryMask?, to file: DatabaseFile) throws -> Int64 {
        try file.execute(ControlSchema.markTable)
        guard let source = try markFile() else { return 0 }
        let insertion = try file.statement("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        let text = mask?.text ?? { $0 }
        let search = try source.statement(
            """
            SELECT id, time_ns, kind, text, service, environment, principal, said_ns FROM mark
            WHERE time_ns >= ? AND time_ns < ? ORDER BY id
            """)
        search.bind(range.from.advanced(by: .days(-1)).nanoseconds, at: 1)
        search.bind(range.to.nanoseconds, at: 2)
        defer { search.reset() }
        var count: Int64 = 0
        while try search.step() {
            for column in [Int32(0), 1, 7] { insertion.bind(search.integer(column), at: column + 1) }
            insertion.bind(search.text(2), at: 3)
            for column in Int32(3)...6 { insertion.bind(search.text(column).map(text), at: column + 1) }
            try insertion.run()
            count += 1
        }
        return count
    }
}
