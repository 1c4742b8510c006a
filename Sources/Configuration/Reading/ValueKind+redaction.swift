import Domain
import Yams

extension ValueKind<[SensitiveKind]> {
    /// Kinds of text; `key` is none, since it is found by rules of its own.
    static var sensitiveKinds: ValueKind {
        let known = SensitiveKind.allCases.filter { $0 != .key }
        let names = known.map(\.rawValue).joined(separator: ", ")
        return ValueKind(
            expected: "a list of kinds among \(names)",
            read: { node in
                guard let sequence = node.sequence else { return nil }
                let kinds = sequence.compactMap { node in known.first { $0.rawValue == node.scalar?.string } }
                return kinds.count == sequence.count ? kinds : nil
            },
            write: { "[" + $0.map(\.rawValue).joined(separator: ", ") + "]" })
    }
}

extension ValueKind {
    /// Names, each with one word of a closed set.
    static func choices<Choice: RawRepresentable<String> & CaseIterable>(sample: String) -> ValueKind
    where Value == [String: Choice] {
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return ValueKind(
            expected: "names with one of \(words), such as \(sample)",
            read: { node in
                guard let mapping = node.mapping else { return nil }
                var choices: Value = [:]
                for (name, word) in mapping {
                    guard let name = name.scalar?.string,
                        let choice = word.scalar.flatMap({ Choice(rawValue: $0.string) })
                    else { return nil }
                    choices[name] = choice
                }
                return choices
            },
            write: { choices in
                let pairs = choices.sorted { $0.key < $1.key }
                return "{"
                    + pairs.map { ValueKind<String>.quoted($0.key) + ": " + $0.value.rawValue }.joined(separator: ", ")
                    + "}"
            })
    }
}
