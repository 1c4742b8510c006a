import Domain
import Yams

/// A kind of scalar or list: how it is read, written, and described to who got it wrong.
struct ValueKind<Value> {
    /// What stands after "must be".
    let expected: String
    /// Nil when the node is not of this kind.
    let read: (Node) -> Value?
    /// The value as YAML.
    let write: (Value) -> String
}

extension ValueKind<String> {
    static var text: ValueKind {
        ValueKind(
            expected: "a text", read: { $0.scalar?.string }, write: { ValueKind.quoted($0) })
    }

    /// A text in double quotes when it would otherwise read as something else.
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 == 0x2E }
        let words: Set = ["true", "false", "yes", "no", "on", "off", "null"]
        if isPlain, !words.contains(text.lowercased()) { return text }
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
    }
}

extension ValueKind<Int> {
    static func integer(_ range: ClosedRange<Int>) -> ValueKind {
        ValueKind(
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            read: { node in node.scalar.flatMap { Int($0.string) }.flatMap { range.contains($0) ? $0 : nil } },
            write: { String($0) })
    }

    /// A number of bytes with a unit.
    static func bytes(_ range: ClosedRange<Int>) -> ValueKind {
        ValueKind(
            expected:
                "a size from \(ByteSize.text(range.lowerBound)) to \(ByteSize.text(range.upperBound)), such as 64MiB",
            read: { node in node.scalar.flatMap { ByteSize.read($0.string) }.flatMap { range.contains($0) ? $0 : nil }
            },
            write: ByteSize.text)
    }
}

extension ValueKind<Double> {
    static func number(_ range: ClosedRange<Double>) -> ValueKind {
        ValueKind(
            expected: "a number from \(range.lowerBound) to \(range.upperBound)",
            read: { node in node.scalar.flatMap { Double($0.string) }.flatMap { range.contains($0) ? $0 : nil } },
            write: { String($0) })
    }
}

extension ValueKind<Bool> {
    static var bool: ValueKind {
        ValueKind(
            expected: "true or false", read: { ["true": true, "false": false][$0.scalar?.string ?? ""] },
            write: { String($0) })
    }
}

extension ValueKind<[String]> {
    static var texts: ValueKind {
        ValueKind(
            expected: "a list of texts, such as [one, two]",
            read: { node in
                guard let sequence = node.sequence else { return nil }
                let texts = sequence.compactMap { $0.scalar?.string }
                return texts.count == sequence.count ? texts : nil
            },
            write: { "[" + $0.map(ValueKind<String>.quoted).joined(separator: ", ") + "]" })
    }
}

extension ValueKind<Set<AccessRole>> {
    static var roles: ValueKind {
        let names = AccessRole.allCases.map(\.rawValue).joined(separator: ", ")
        return ValueKind(
            expected: "a list of roles among \(names)",
            read: { node in
                guard let sequence = node.sequence else { return nil }
                let roles = sequence.compactMap { $0.scalar.flatMap { AccessRole(rawValue: $0.string) } }
                return roles.count == sequence.count ? Set(roles) : nil
            },
            write: { roles in
                "[" + AccessRole.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ") + "]"
            })
    }
}

extension ValueKind<[String: String]> {
    static var textMap: ValueKind {
        ValueKind(
            expected: "names with texts, such as {name: text}",
            read: { node in
                guard let mapping = node.mapping else { return nil }
                var map: [String: String] = [:]
                for (key, value) in mapping {
                    guard let key = key.scalar?.string, let value = value.scalar?.string else { return nil }
                    map[key] = value
                }
                return map
            },
            write: { map in
                let pairs = map.sorted { $0.key < $1.key }.map {
                    ValueKind<String>.quoted($0.key) + ": " + ValueKind<String>.quoted($0.value)
                }
                return "{" + pairs.joined(separator: ", ") + "}"
            })
    }
}

extension ValueKind where Value: RawRepresentable<String> & CaseIterable {
    static var choice: ValueKind {
        ValueKind(
            expected: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
            read: { $0.scalar.flatMap { Value(rawValue: $0.string) } }, write: { $0.rawValue })
    }
}

extension ValueKind<ListenAddress> {
    static var loopbackAddress: ValueKind {
        ValueKind(
            expected: "a loopback address and a port, such as 127.0.0.1:4318 (other addresses need tokens and TLS, "
                + "which this version does not have)",
            read: { node in node.scalar.flatMap { ListenAddress($0.string) }.flatMap { $0.isLoopback ? $0 : nil } },
            write: { "\"\($0)\"" })
    }
}

extension ValueKind<Listening> {
    static var loopbackAddressOrOff: ValueKind {
        ValueKind(
            expected: "off, or a loopback address and a port, such as 127.0.0.1:4317 (other addresses need tokens and "
                + "TLS, which this version does not have)",
            read: { node in
                node.scalar.flatMap { Listening($0.string) }.flatMap { $0.address?.isLoopback != false ? $0 : nil }
            },
            write: { "\"\($0)\"" })
    }
}

extension ValueKind<String?> {
    static var optionalText: ValueKind {
        ValueKind(
            expected: "a text", read: { node in node.scalar.map { .some($0.string) } },
            write: { $0.map(ValueKind<String>.quoted) ?? "" })
    }
}

extension ValueKind<Double?> {
    /// Dollars per million tokens; what is possible is said by `Price`.
    static var dollars: ValueKind {
        ValueKind(
            expected: "a number of dollars per million tokens",
            read: { node in node.scalar.flatMap { Double($0.string) }.map { .some($0) } },
            write: { $0.map { String($0) } ?? "" })
    }
}

extension ValueKind<Timestamp?> {
    static var moment: ValueKind {
        ValueKind(
            expected: "a day such as 2026-11-24 or a time such as 2026-11-24T08:00:00Z",
            read: { node in
                guard let text = node.scalar?.string else { return nil }
                return (Day(text)?.start ?? Timestamp(rfc3339: text)).map { .some($0) }
            },
            write: { $0.map { $0.rfc3339(.none) } ?? "" })
    }
}
