import Domain

/// Fills the tables `messages` and `documents`.
struct SQLContents {
    private let messages: PreparedStatement
    private let documents: PreparedStatement

    init(_ session: SQLSession) throws {
        messages = try session.statement("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)")
        documents = try session.statement("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)")
    }

    func insert(_ contents: SpanContents, _ row: StoredRow) throws {
        for (direction, list) in [("input", contents.input), ("output", contents.output)] {
            for (position, message) in list.enumerated() {
                messages.bind(row.traceID.description, at: 1)
                messages.bind(row.spanID.description, at: 2)
                messages.bind(direction, at: 3)
                messages.bind(Int64(position), at: 4)
                messages.bind(message.role, at: 5)
                messages.bind(message.text, at: 6)
                try messages.run()
            }
        }
        for (position, document) in contents.documents.enumerated() {
            documents.bind(row.traceID.description, at: 1)
            documents.bind(row.spanID.description, at: 2)
            documents.bind(Int64(position), at: 3)
            documents.bind(document.id, at: 4)
            documents.bind(document.score, at: 5)
            documents.bind(document.content, at: 6)
            try documents.run()
        }
    }
}
