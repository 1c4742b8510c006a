/// A regular expression that takes time proportional to the text, whatever it is: alternatives, groups, classes (`[a-z]`, `\d`, `\w`,
/// `\s` and their opposites), `.`, `*`, `+`, `?`, `{m,n}` (also with a lazy `?`, which finds the same), `^`, `$`, `\b`, and `(?i)` at the
/// beginning. There are no references back and no looking around.
///
/// Source: Thompson, "Regular expression search algorithm", CACM 1968; Cox, "Regular expression matching: the virtual machine approach", 2009.
public struct Pattern: Sendable {
    /// Steps that a program may have.
    static let mostSteps = 4_000
    private let program: [PatternStep]
    private let ignoresCase: Bool

    /// Reads a pattern.
    ///
    /// - Throws: what is wrong with it, and where.
    public init(_ text: String) throws(PatternError) {
        var parser = PatternParser(text)
        let node = try parser.pattern()
        ignoresCase = parser.ignoresCase
        var compiler = PatternCompiler()
        try compiler.add(node)
        program = compiler.program + [.match]
    }

    /// Whether it is found anywhere in `text`.
    public func isFound(in text: String) -> Bool {
        var threads = PatternThreads(program)
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if threads.advance(before: before, scalar, ignoresCase: ignoresCase) { return true }
            before = scalar
        }
        return threads.isMatch(before: before, nil)
    }
}

/// What is wrong with a pattern.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    let reason: String
    /// In characters (Unicode scalars), from 1.
    let column: Int

    public var description: String { "\(reason) at character \(column)" }
}
