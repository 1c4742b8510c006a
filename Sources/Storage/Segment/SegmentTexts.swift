/// The texts of a segment's table `string` or `label`: which numbers already stand in it.
struct SegmentTexts {
    private let insertion: PreparedStatement
    private let file: DatabaseFile
    private let table: String
    /// One bit for each number; read when the first text is to be written.
    private var present: [UInt64] = []
    private var isRead = false

    init(_ table: String, of file: DatabaseFile) throws {
        (self.table, self.file) = (table, file)
        insertion = try file.statement("INSERT OR IGNORE INTO \(table) VALUES (?, ?)")
    }

    /// Whether a text certainly stands here; `insert` finds out about the others.
    @inline(__always)
    func contains(_ id: UInt32) -> Bool {
        let word = Int(id >> 6)
        return word < present.count && present[word] & 1 << UInt64(id & 63) != 0
    }

    /// Writes a text once.
    mutating func insert(_ id: UInt32, _ text: String) throws {
        if !isRead { try read() }
        guard id != 0, !contains(id) else { return }
        insertion.bind(Int64(id), at: 1)
        insertion.bind(text, at: 2)
        try insertion.run()
        mark(id)
    }

    /// The text of a number; nil when it does not stand here.
    func text(_ id: UInt32) throws -> String? {
        let statement = try file.statement("SELECT text FROM \(table) WHERE id = ?")
        statement.bind(Int64(id), at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.text(0) : nil
    }

    private mutating func read() throws {
        let statement = try file.statement("SELECT id FROM \(table)")
        while try statement.step() { mark(UInt32(clamping: statement.integer(0))) }
        statement.reset()
        isRead = true
    }

    private mutating func mark(_ id: UInt32) {
        let word = Int(id >> 6)
        if word >= present.count {
            present.append(contentsOf: repeatElement(0, count: max(word + 1 - present.count, present.count)))
        }
        present[word] |= 1 << UInt64(id & 63)
    }
}
