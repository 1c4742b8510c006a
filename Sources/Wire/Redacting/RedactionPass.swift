import Domain
import Redaction

/// Finds what a policy does not let into the store in the bytes of an export request, and how the bytes have to change for it: the
/// changes, not the bytes, so that a request in which nothing is found stays as it is.
///
/// It reads with the cursor and along the fields of `Reader`, so what one of them takes for malformed the other does too.
struct RedactionPass {
    let bytes: UnsafeRawBufferPointer
    let policy: RedactionPolicy
    private let limits: WireLimits
    private let item: RedactedMessage
    private let reservation: DecodeReservation?
    private(set) var edits: [Edit] = []
    /// Bytes that the request will have more, or less.
    private(set) var growth = 0
    private(set) var counts = RedactionCounts()
    private var verdicts: KeyVerdicts
    /// What is kept of contents of the resource that is being looked at.
    private var capture = ContentCapture.full

    /// Where in a message something stands.
    private struct Context {
        /// Whether it is something that people or models wrote.
        var isContent = false
        /// Whether an attribute around it is to be taken out.
        var action: KeyAction?
    }

    init(
        _ bytes: UnsafeRawBufferPointer, _ policy: RedactionPolicy, _ limits: WireLimits, item: RedactedMessage,
        reservation: DecodeReservation?
    ) {
        (self.bytes, self.policy, self.limits) = (bytes, policy, limits)
        (self.item, self.reservation) = (item, reservation)
        verdicts = KeyVerdicts(policy.keys)
    }

    /// Looks at the whole request.
    mutating func run() throws(WireFault) { try walk(Cursor(bytes), as: .request, Context()) }

    private mutating func walk(_ message: Cursor, as kind: RedactedMessage, _ context: Context) throws(WireFault) {
        var message = message
        // Attributes that the reader will keep in any case. Behind as many as it may keep it leaves out whatever comes.
        var kept = 0
        while true {
            let start = message.at
            guard let tag = try message.next() else { return }
            guard tag.type == .bytes else {
                try message.skip(tag)
                if tag.type == .startGroup { try unknown(start..<message.at) }
                continue
            }
            let lengthAt = message.at
            switch kind.field(tag.field, item: item) {
            case .text: try text(try message.bytes(), lengthAt, context)
            case .identifier(let count):
                let slice = try message.bytes()
                if slice.count != count { try unknown(start..<message.at) }
            case .unknown:
                _ = try message.bytes()
                try unknown(start..<message.at)
            case .message(.keyValue) where kind != .keyValueList:
                let content = try message.message()
                if kept >= limits.attributes { continue }
                let before = edits.count
                try nested(content, .keyValue, in: kind, field: start..<message.at, lengthAt, context)
                if edits.count == before, limits.keeps(content) { kept += 1 }
            case .message(let inner):
                let content = try message.message()
                try nested(content, inner, in: kind, field: start..<message.at, lengthAt, context)
            }
        }
    }

    private mutating func nested(
        _ content: Cursor, _ kind: RedactedMessage, in outer: RedactedMessage, field: Range<Int>, _ lengthAt: Int,
        _ context: Context
    ) throws(WireFault) {
        var context = context
        let before = growth
        switch (outer, kind) {
        case (.request, _): capture = policy.capture(in: try ContentEnvironment.name(of: content, bytes))
        case (_, .event) where capture == .off: if try isMessage(content) { return try remove(field) }
        case (.logRecord, .value):
            context.isContent = true
            if capture == .off { return try remove(field) }
        case (_, .keyValue):
            let verdict = verdicts.verdict(on: try ContentEnvironment.key(of: content), of: bytes)
            context.action = context.action == .drop ? .drop : verdict.action
            context.isContent = context.isContent || verdict.isContent
            if capture == .off, context.isContent, try hasText(content) { return try remove(field) }
        case (.keyValue, .value):
            switch context.action {
            case .drop:
                guard try holdsText(content) else { break }
                counts[.key] += 1
                return try replace(content, lengthAt, with: Array(Mark.text(.key).utf8))
            case .hash:
                if let pseudonym = try pseudonym(of: content) { return try replace(content, lengthAt, with: pseudonym) }
            default: break
            }
        default: break
        }
        let start = content.at
        try walk(content, as: kind, context)
        if outer == .request, capture == .off { try mark(resourceAt: start) }
        guard growth != before else { return }
        let count = Int(content.rest.count)
        try edit(lengthAt..<start, Edit.length(count + growth - before))
    }

    /// Masks what a field of text holds.
    private mutating func text(_ slice: ByteSlice, _ lengthAt: Int, _ context: Context) throws(WireFault) {
        let masker = context.isContent && capture == .masked ? policy.contentMasker : policy.masker
        let content = UnsafeRawBufferPointer(rebasing: bytes[slice.range])
        guard let masked = masker.masked(content, counts: &counts) else { return }
        try edit(lengthAt..<slice.range.upperBound, Edit.length(masked.count) + masked)
    }

    /// Removes a field that nobody knows when something stands in it: nobody knows either how to change it.
    private mutating func unknown(_ field: Range<Int>) throws(WireFault) {
        let content = UnsafeRawBufferPointer(rebasing: bytes[field])
        if policy.masker.masked(content, counts: &counts) != nil { try remove(field) }
    }

    private mutating func remove(_ field: Range<Int>) throws(WireFault) { try edit(field, []) }

    /// Has a text stand in place of a whole value.
    private mutating func replace(_ value: Cursor, _ lengthAt: Int, with text: [UInt8]) throws(WireFault) {
        var writer = ProtobufWriter()
        writer.field(1, bytes: text)
        try edit(lengthAt..<value.rest.range.upperBound, Edit.length(writer.bytes.count) + writer.bytes)
    }

    /// Says at the resource that contents were not kept.
    private mutating func mark(resourceAt start: Int) throws(WireFault) {
        var writer = ProtobufWriter()
        let resource = writer.begin(1)
        let attribute = writer.begin(1)
        writer.field(1, bytes: "headframe.content".utf8)
        let value = writer.begin(2)
        writer.field(1, bytes: ContentCapture.off.rawValue.utf8)
        writer.end(value)
        writer.end(attribute)
        writer.end(resource)
        try edit(start..<start, writer.bytes)
    }

    private mutating func edit(_ range: Range<Int>, _ replacement: [UInt8]) throws(WireFault) {
        let cost = replacement.count + MemoryLayout<Edit>.stride
        // The first edit pays for the copy of the request.
        guard reservation?.tryTake(edits.isEmpty ? bytes.count + 2 * cost : 2 * cost) ?? true else {
            throw WireFault(reason: .busy, offset: range.lowerBound)
        }
        edits.append(Edit(range: range, bytes: replacement))
        growth += replacement.count - range.count
    }
}

// What has to be known of a message before it is looked at.
extension RedactionPass {
    /// Whether an event of a span is a message of a conversation.
    private func isMessage(_ event: Cursor) throws(WireFault) -> Bool {
        var event = event
        while let tag = try event.next() {
            guard tag.field == 2, tag.type == .bytes else {
                try event.skip(tag)
                continue
            }
            if ContentKeys.namesMessage(UnsafeRawBufferPointer(rebasing: bytes[try event.bytes().range])) {
                return true
            }
        }
        return false
    }

    /// Whether the value of a pair is more than a number.
    private func hasText(_ pair: Cursor) throws(WireFault) -> Bool {
        var pair = pair
        while let tag = try pair.next() {
            guard tag.field == 2, tag.type == .bytes else {
                try pair.skip(tag)
                continue
            }
            if try holdsText(try pair.message()) { return true }
        }
        return false
    }

    /// Whether a value is more than a number.
    private func holdsText(_ value: Cursor) throws(WireFault) -> Bool {
        var value = value
        while let tag = try value.next() {
            if tag.type == .bytes { return true }
            try value.skip(tag)
        }
        return false
    }

    /// What stands for a value that is one text.
    private func pseudonym(of value: Cursor) throws(WireFault) -> [UInt8]? {
        var value = value
        var text: ByteSlice?
        while let tag = try value.next() {
            if tag.field == 1, tag.type == .bytes { text = try value.bytes() } else { try value.skip(tag) }
        }
        return text.flatMap { policy.pseudonyms?.pseudonym(UnsafeRawBufferPointer(rebasing: bytes[$0.range])) }
    }
}
