import Domain
import Yams

extension ValueKind<Nanoseconds> {
    static var length: ValueKind {
        ValueKind(
            expected: "a length of time such as 30s, 10m or 2h",
            read: { $0.scalar.flatMap { TimeText.length($0.string) } }, write: { TimeText.text($0) })
    }
}

extension ValueKind<Nanoseconds?> {
    static var optionalLength: ValueKind {
        let length = ValueKind<Nanoseconds>.length
        return ValueKind(
            expected: length.expected, read: { node in length.read(node).map { .some($0) } },
            write: { $0.map(length.write) ?? "" })
    }
}

extension ValueKind<Double?> {
    /// A share in per cent, with or without the sign.
    static var percent: ValueKind {
        ValueKind(
            expected: "a percentage above 0, at most 100",
            read: { node in
                guard let text = node.scalar?.string else { return nil }
                let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
                return Double(digits).flatMap { $0 > 0 && $0 <= 100 ? .some($0 / 100) : nil }
            }, write: { $0.map { "\($0 * 100)" } ?? "" })
    }

    static var optionalDollars: ValueKind {
        ValueKind(
            expected: "an amount such as $20",
            read: { node in
                guard let text = node.scalar?.string else { return nil }
                return Double(text.hasPrefix("$") ? String(text.dropFirst()) : text).map { .some($0) }
            }, write: { $0.map { "$\($0)" } ?? "" })
    }
}

extension ValueKind<Int?> {
    static var optionalCount: ValueKind {
        ValueKind(
            expected: "a whole number", read: { node in node.scalar.flatMap { Int($0.string) }.map { .some($0) } },
            write: { $0.map(String.init) ?? "" })
    }
}

extension ValueKind<[Double]?> {
    static var range: ValueKind {
        ValueKind(
            expected: "two numbers, such as [1, 5]",
            read: { node in
                let numbers = node.sequence?.compactMap { $0.scalar.flatMap { Double($0.string) } } ?? []
                return numbers.count == 2 && node.sequence?.count == 2 ? .some(numbers) : nil
            }, write: { $0.map { "\($0)" } ?? "" })
    }
}

extension ValueKind<GateMargin?> {
    static var margin: ValueKind {
        ValueKind(
            expected: "a margin such as 1pp, 15% or 0.03",
            read: { node in node.scalar.flatMap { GateMargin($0.string) }.map { .some($0) } }, write: { _ in "" })
    }
}

extension ValueKind<RolloutStep.TimeoutPolicy?> {
    static var optionalPolicy: ValueKind {
        let policy = ValueKind<RolloutStep.TimeoutPolicy>.choice
        return ValueKind(
            expected: policy.expected, read: { node in policy.read(node).map { .some($0) } },
            write: { $0.map(policy.write) ?? "" })
    }
}
