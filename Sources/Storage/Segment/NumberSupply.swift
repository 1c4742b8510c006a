/// Numbers that are given out once in the life of a store. Blocks of them are reserved in `control.db`, so that a number is never
/// given twice, whatever happens to the process.
struct NumberSupply {
    private let file: ControlFile
    private let name: String
    private var following: Int64 = 0
    private var end: Int64 = 0

    init(_ name: String, in file: ControlFile) { (self.name, self.file) = (name, file) }

    /// The next number, from 1.
    mutating func next() throws -> UInt32 {
        if following == end { try reserve() }
        defer { following += 1 }
        guard let number = UInt32(exactly: following) else {
            throw StoreError.damaged(path: file.path, detail: "the numbers of '\(name)' are used up")
        }
        return number
    }

    private mutating func reserve() throws {
        end = try file.withFile { file in
            let statement = try file.statement(
                """
                INSERT INTO sequence VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET following = following + ?3
                RETURNING following
                """)
            statement.bind(name, at: 1)
            statement.bind(1 + Self.block, at: 2)
            statement.bind(Self.block, at: 3)
            defer { statement.reset() }
            guard try statement.step() else {
                throw StoreError.damaged(path: file.path, detail: "no numbers for '\(name)'")
            }
            let end = statement.integer(0)
            _ = try statement.step()
            return end
        }
        following = end - Self.block
    }

    private static let block: Int64 = 16_384
}
