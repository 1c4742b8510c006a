import Domain
import Drawing

/// A line that the person types: a command, a filter, a time.
struct Prompt: Sendable {
    /// What the line becomes.
    enum Purpose: Hashable, Sendable {
        case command, filter, time, search, words
    }

    /// Candidates through which Tab goes, and which of them stands in the line.
    struct Cycle: Sendable {
        var candidates: [FilterCompletion]
        var index: Int
        /// The line before the first of them was taken.
        var before: TextInput
    }

    var purpose: Purpose
    var input: TextInput
    /// What is wrong with the line, and at which character if that is known; gone with the next key.
    var mistake: (text: String, offset: Int?)?
    /// Set while Tab goes through candidates.
    var cycle: Cycle?
    /// The earlier line that was brought back, and what had been typed before.
    var recalled: (index: Int, draft: String)?

    init(_ purpose: Purpose, _ text: String = "") {
        (self.purpose, input) = (purpose, TextInput(text))
    }

    /// A line in which a filter that is set already goes on: what is typed next is another condition.
    init(continuing filter: String) {
        self.init(.filter, filter.isEmpty ? "" : filter + " ")
    }

    /// The line as it is handed in: what a filter was begun with, and blanks behind it, mean nothing.
    var text: String {
        guard purpose == .filter else { return input.text }
        let scalars = input.text.unicodeScalars
        let end = scalars.lastIndex { $0 != " " }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(scalars[..<end])
    }

    /// The sign in front of the line.
    var sign: String {
        switch purpose {
        case .command: ":"
        case .filter, .search, .words: "/"
        case .time: "@"
        }
    }

    /// Where the cursor stands, in Unicode scalars.
    private var offset: Int { input.textBeforeCursor.unicodeScalars.count }

    /// What could stand at the cursor of a filter.
    func completions(_ vocabulary: FilterVocabulary) -> [FilterCompletion] {
        guard purpose == .filter else { return [] }
        return cycle?.candidates ?? Filter.completions(of: input.text, at: offset, vocabulary: vocabulary)
    }

    /// Tells what is wrong with what is finished already.
    mutating func check() {
        mistake = nil
        guard purpose == .filter, let error = Filter.mistake(in: input.text, typingAt: offset) else { return }
        mistake = (error.reason, error.offset)
    }

    /// Goes on as far as all candidates agree; else to the next of them, or to the one before.
    mutating func complete(_ vocabulary: FilterVocabulary, step: Int) {
        if var cycle {
            cycle.index = (cycle.index + step + cycle.candidates.count) % cycle.candidates.count
            self.cycle = cycle
            input = cycle.before
            take(cycle.candidates[cycle.index].text, for: cycle.candidates[cycle.index].replaced)
            return
        }
        let candidates = completions(vocabulary)
        guard let first = candidates.first else { return }
        let typed = input.text.unicodeScalars.dropFirst(first.replaced.lowerBound).prefix(first.replaced.count)
        let common = candidates.dropFirst().reduce(first.text) { Self.commonPrefix($0, $1.text) }
        if candidates.count == 1 || common.unicodeScalars.count > typed.count {
            take(common, for: first.replaced)
        } else {
            let index = step > 0 ? 0 : candidates.count - 1
            cycle = Cycle(candidates: candidates, index: index, before: input)
            take(candidates[index].text, for: candidates[index].replaced)
        }
    }

    /// Brings back an earlier line (`step` 1) or goes on to a later one (−1); beyond the latest is what had been typed.
    mutating func recall(_ step: Int, from history: [String]) {
        let index = (recalled?.index ?? -1) + step
        guard index < history.count else { return }
        let draft = recalled?.draft ?? input.text
        recalled = index < 0 ? nil : (index, draft)
        input = TextInput(index < 0 ? draft : history[history.count - 1 - index])
    }

    /// Replaces scalars of the line and leaves the cursor behind them.
    private mutating func take(_ text: String, for replaced: Range<Int>) {
        let scalars = input.text.unicodeScalars
        var line = TextInput(String(scalars.prefix(replaced.lowerBound)) + text)
        let rest = TextInput(String(scalars.dropFirst(replaced.upperBound)))
        line.insert(rest.text)
        line.move(by: -rest.cursor)
        input = line
    }

    private static func commonPrefix(_ a: String, _ b: String) -> String {
        var common = String.UnicodeScalarView()
        for (x, y) in zip(a.unicodeScalars, b.unicodeScalars) {
            guard x == y else { break }
            common.append(x)
        }
        return String(common)
    }
}
