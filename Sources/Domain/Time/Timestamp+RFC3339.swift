extension Timestamp {
    /// How many digits of a second are written.
    public enum Fraction: Sendable {
        /// `2026-11-24T03:12:44Z`
        case none
        /// `2026-11-24T03:12:44.123Z`
        case milliseconds
        /// `2026-11-24T03:12:44.123456789Z`
        case nanoseconds
    }

    /// This moment in RFC 3339, UTC.
    public func rfc3339(_ fraction: Fraction = .milliseconds) -> String {
        let inDay = since(day.start).count
        let subsecond = Int(inDay % 1_000_000_000)
        let digits =
            switch fraction {
            case .none: ""
            case .milliseconds: "." + padded(subsecond / 1_000_000, 3)
            case .nanoseconds: "." + padded(subsecond, 9)
            }
        return "\(day)T\(clock)\(digits)Z"
    }

    /// The time of day as `03:12:44`, UTC.
    public var clock: String {
        let seconds = Int(since(day.start).count / 1_000_000_000)
        return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    /// Reads `2026-11-24T03:12:44[.fraction](Z|±hh:mm)`; up to nine digits of fraction count. Nil when `text` is not of that form.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func digits(_ at: Int, _ count: Int) -> Int? {
            guard at + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[at..<(at + count)] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        func character(_ at: Int) -> UInt8? { at < bytes.count ? bytes[at] : nil }
        guard let year = digits(0, 4), character(4) == 0x2D, let month = digits(5, 2), character(7) == 0x2D,
            let dayOfMonth = digits(8, 2), let date = CivilDate(year: year, month: month, day: dayOfMonth),
            let separator = character(10), [0x54, 0x74, 0x20].contains(separator),
            let hour = digits(11, 2), hour < 24, character(13) == 0x3A, let minute = digits(14, 2), minute < 60,
            character(16) == 0x3A, let second = digits(17, 2), second <= 60
        else { return nil }
        var at = 19
        var fraction: Int64 = 0
        if character(at) == 0x2E {
            at += 1
            var scale: Int64 = 100_000_000
            let first = at
            while let byte = character(at), byte >= 0x30, byte <= 0x39 {
                fraction += Int64(byte - 0x30) * scale
                scale /= 10
                at += 1
            }
            guard at > first else { return nil }
        }
        var offset = 0
        switch character(at) {
        case 0x5A, 0x7A: at += 1
        case let sign? where sign == 0x2B || sign == 0x2D:
            guard let hours = digits(at + 1, 2), hours < 24, character(at + 3) == 0x3A, let minutes = digits(at + 4, 2),
                minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (sign == 0x2D ? -60 : 60)
            at += 6
        default: return nil
        }
        guard at == bytes.count else { return nil }
        let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        self = Timestamp(seconds: seconds).advanced(by: Nanoseconds(fraction))
    }
}
