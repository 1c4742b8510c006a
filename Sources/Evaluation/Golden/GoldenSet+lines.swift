import Domain

extension GoldenSet {
    /// The largest number of items of a set.
    public static let mostItems = 10_000

    /// Reads a set: one JSON object a line; empty lines are passed over.
    ///
    /// - Throws: every mistake in it, with its line; at most twenty.
    public init(name: String, parsing text: String) throws(GoldenSetError) {
        var mistakes: [GoldenSetError.Mistake] = []
        var lineOfID: [String: Int] = [:]
        var items: [GoldenItem] = []
        var number = 0
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do {
                let item = try GoldenItem(try JSON(parsing: line.last == 0x0D ? line.dropLast() : line))
                if let first = lineOfID.updateValue(number, forKey: item.id) {
                    lineOfID[item.id] = first
                    mistakes.append(.init(line: number, reason: "the id “\(item.id)” stands in line \(first) already"))
                }
                if let reason = Self.mistake(of: item.expectation) {
                    mistakes.append(.init(line: number, reason: reason))
                }
                items.append(item)
            } catch {
                mistakes.append(.init(line: number, reason: "\(error)"))
            }
            if mistakes.count >= GoldenSetError.mostMistakes { break }
        }
        if mistakes.isEmpty {
            if items.isEmpty { mistakes.append(.init(line: nil, reason: "holds no items")) }
            if items.count > Self.mostItems {
                mistakes.append(.init(line: nil, reason: "holds more than \(Self.mostItems) items; make several of it"))
            }
        }
        guard mistakes.isEmpty, let set = GoldenSet(name: name, items: items) else {
            throw GoldenSetError(name: name, mistakes: mistakes)
        }
        self = set
    }

    /// What cannot be judged by, found before anything is asked for money.
    private static func mistake(of expectation: GoldenExpectation) -> String? {
        do {
            if let pattern = expectation.pattern { _ = try Pattern(pattern) }
        } catch {
            return "pattern: \(error)"
        }
        do {
            if let schema = expectation.schema { try SchemaCheck(schema).checkKeywords() }
        } catch {
            return "schema: \(error)"
        }
        return nil
    }
}
