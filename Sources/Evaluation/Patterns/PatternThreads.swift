/// Everything that a program may be doing at a place of the text: each step once, so that the time for a character is bounded.
struct PatternThreads {
    private let program: [PatternStep]
    /// Where the program stands, before the assertions of this place were looked at.
    private var current: [Int] = []
    private var marks: [Int]
    private var place = 0

    init(_ program: [PatternStep]) {
        self.program = program
        marks = Array(repeating: 0, count: program.count)
    }

    /// Takes the next character; true when the pattern was found before it.
    mutating func advance(before: Unicode.Scalar?, _ scalar: Unicode.Scalar, ignoresCase: Bool) -> Bool {
        guard let steps = closure(before: before, scalar) else { return true }
        current = steps.filter { step in
            guard case .one(let set) = program[step] else { return false }
            return ignoresCase ? set.contains(ignoringCase: scalar) : set.contains(scalar)
        }.map { $0 + 1 }
        return false
    }

    /// Whether the pattern is found at this place.
    mutating func isMatch(before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        closure(before: before, after) == nil
    }

    /// The steps that wait for a character, a search that begins here included; nil when one has found the pattern.
    private mutating func closure(before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> [Int]? {
        place += 1
        var (stack, found) = (current + [0], [Int]())
        while let step = stack.popLast() {
            guard program.indices.contains(step), marks[step] != place else { continue }
            marks[step] = place
            switch program[step] {
            case .match: return nil
            case .one: found.append(step)
            case .jump(let target): stack.append(target)
            case .split(let first, let second): stack += [second, first]
            case .assertion(let assertion):
                if assertion.holds(between: before, after) { stack.append(step + 1) }
            }
        }
        return found
    }
}
