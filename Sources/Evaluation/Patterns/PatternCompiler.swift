/// A step of a program that looks for a pattern.
enum PatternStep: Sendable {
    /// Goes on when the next character is in the set.
    case one(CharacterSet)
    case assertion(PatternAssertion)
    case jump(Int)
    /// Goes on at both.
    case split(Int, Int)
    case match
}

/// Makes a program of a pattern.
struct PatternCompiler {
    private(set) var program: [PatternStep] = []

    mutating func add(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .empty: break
        case .one(let set): try append(.one(set))
        case .assertion(let assertion): try append(.assertion(assertion))
        case .sequence(let parts): for part in parts { try add(part) }
        case .choice(let branches): try addChoice(branches[...])
        case .repeated(let node, let least, let most):
            for _ in 0..<least { try add(node) }
            guard let most else {
                let start = program.count
                try append(.match)
                try add(node)
                try append(.jump(start))
                program[start] = .split(start + 1, program.count)
                return
            }
            var splits: [Int] = []
            for _ in least..<max(least, most) {
                splits.append(program.count)
                try append(.match)
                try add(node)
            }
            for split in splits { program[split] = .split(split + 1, program.count) }
        }
    }

    private mutating func addChoice(_ branches: ArraySlice<PatternNode>) throws(PatternError) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                try add(branch)
                break
            }
            let split = program.count
            try append(.match)
            try add(branch)
            jumps.append(program.count)
            try append(.match)
            program[split] = .split(split + 1, program.count)
        }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func append(_ step: PatternStep) throws(PatternError) {
        guard program.count < Pattern.mostSteps else {
            throw PatternError(reason: "the pattern is too large with its repetitions", column: 1)
        }
        program.append(step)
    }
}
