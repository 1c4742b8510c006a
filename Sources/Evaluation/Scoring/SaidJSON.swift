import Domain

/// The JSON that an answer is: as it stands, or in a fence of Markdown, as models like to write it.
enum SaidJSON {
    /// Nil when the answer is none.
    static func value(in answer: String) -> JSON? {
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: true)
        let isFenced = lines.first?.hasPrefix("```") == true && lines.last?.hasPrefix("```") == true && lines.count > 2
        return try? JSON(parsing: isFenced ? lines.dropFirst().dropLast().joined(separator: "\n") : answer)
    }
}
