/// What one counted span, or one score, adds to the rollups; with `sign` −1 what it takes back. Commits append contributions as they
/// are; a fold adds them up.
struct Contribution: Equatable {
    /// A judgement: the id of its name and its value in billionths.
    struct Judgement: Equatable {
        var name: UInt32
        var nanovalue: Int64

        /// A value in billionths, within ±1 000 000, so that sums are exact and do not depend on their order.
        static func billionths(_ value: Double) -> Int64 { Int64((min(max(value, -1e6), 1e6) * 1e9).rounded()) }
    }

    /// 1 or −1.
    var sign: Int64
    /// Minutes since 1970 of the time at which the span ended.
    var minute: Int64
    var series: Int
    var isError = false
    /// Nanoseconds.
    var duration: Int64?
    /// Nanoseconds.
    var timeToFirstToken: Int64?
    var inputTokens: Int64?
    var outputTokens: Int64?
    var cacheReadTokens: Int64?
    var cacheWriteTokens: Int64?
    var reasoningTokens: Int64?
    /// Nano-dollars.
    var cost: Int64?
    /// Ids of the many-valued keys; 0 for none.
    var user: UInt32 = 0
    var session: UInt32 = 0
    var error: UInt32 = 0
    /// When this is a score and no call.
    var judgement: Judgement?

    init(sign: Int64, minute: Int64, series: Int) { (self.sign, self.minute, self.series) = (sign, minute, series) }

    /// Whether it failed before a token was counted: nobody is asked to pay for it, so it lacks no price.
    var isUnbilled: Bool { isError && inputTokens == nil && outputTokens == nil && cost == nil }

    /// The same with the opposite sign.
    var takenBack: Contribution {
        var copy = self
        copy.sign = 0 &- sign
        return copy
    }
}

extension Contribution {
    /// One bit for each part that is there.
    private struct Parts: OptionSet {
        let rawValue: UInt64
        static let negative = Parts(rawValue: 1 << 0)
        static let error = Parts(rawValue: 1 << 1)
        static let duration = Parts(rawValue: 1 << 2)
        static let timeToFirstToken = Parts(rawValue: 1 << 3)
        static let input = Parts(rawValue: 1 << 4)
        static let output = Parts(rawValue: 1 << 5)
        static let cost = Parts(rawValue: 1 << 6)
        static let cacheRead = Parts(rawValue: 1 << 7)
        static let cacheWrite = Parts(rawValue: 1 << 8)
        static let reasoning = Parts(rawValue: 1 << 9)
        static let user = Parts(rawValue: 1 << 10)
        static let session = Parts(rawValue: 1 << 11)
        static let errorKind = Parts(rawValue: 1 << 12)
        static let judgement = Parts(rawValue: 1 << 13)
    }

    private var parts: Parts {
        var parts: Parts = []
        if sign < 0 { parts.insert(.negative) }
        if isError { parts.insert(.error) }
        if duration != nil { parts.insert(.duration) }
        if timeToFirstToken != nil { parts.insert(.timeToFirstToken) }
        if inputTokens != nil { parts.insert(.input) }
        if outputTokens != nil { parts.insert(.output) }
        if cost != nil { parts.insert(.cost) }
        if cacheReadTokens != nil { parts.insert(.cacheRead) }
        if cacheWriteTokens != nil { parts.insert(.cacheWrite) }
        if reasoningTokens != nil { parts.insert(.reasoning) }
        if user != 0 { parts.insert(.user) }
        if session != 0 { parts.insert(.session) }
        if error != 0 { parts.insert(.errorKind) }
        if judgement != nil { parts.insert(.judgement) }
        return parts
    }

    func encode(to writer: inout ByteWriter) {
        let parts = parts
        writer.append(unsigned: parts.rawValue)
        writer.append(minute)
        writer.append(unsigned: UInt64(series))
        if let duration { writer.append(duration) }
        if let timeToFirstToken { writer.append(timeToFirstToken) }
        if let inputTokens { writer.append(inputTokens) }
        if let outputTokens { writer.append(outputTokens) }
        if let cost { writer.append(cost) }
        if let cacheReadTokens { writer.append(cacheReadTokens) }
        if let cacheWriteTokens { writer.append(cacheWriteTokens) }
        if let reasoningTokens { writer.append(reasoningTokens) }
        if user != 0 { writer.append(unsigned: UInt64(user)) }
        if session != 0 { writer.append(unsigned: UInt64(session)) }
        if error != 0 { writer.append(unsigned: UInt64(error)) }
        if let judgement {
            writer.append(unsigned: UInt64(judgement.name))
            writer.append(judgement.nanovalue)
        }
    }

    /// The contribution that begins where `reader` stands; check `reader.isDamaged` afterwards.
    init(from reader: inout ByteReader) {
        let parts = Parts(rawValue: reader.unsigned())
        self.init(
            sign: parts.contains(.negative) ? -1 : 1, minute: reader.signed(), series: Int(clamping: reader.unsigned()))
        isError = parts.contains(.error)
        if parts.contains(.duration) { duration = reader.signed() }
        if parts.contains(.timeToFirstToken) { timeToFirstToken = reader.signed() }
        if parts.contains(.input) { inputTokens = reader.signed() }
        if parts.contains(.output) { outputTokens = reader.signed() }
        if parts.contains(.cost) { cost = reader.signed() }
        if parts.contains(.cacheRead) { cacheReadTokens = reader.signed() }
        if parts.contains(.cacheWrite) { cacheWriteTokens = reader.signed() }
        if parts.contains(.reasoning) { reasoningTokens = reader.signed() }
        if parts.contains(.user) { user = UInt32(clamping: reader.unsigned()) }
        if parts.contains(.session) { session = UInt32(clamping: reader.unsigned()) }
        if parts.contains(.errorKind) { error = UInt32(clamping: reader.unsigned()) }
        if parts.contains(.judgement) {
            judgement = Judgement(name: UInt32(clamping: reader.unsigned()), nanovalue: reader.signed())
        }
    }
}
