/// Turns OTLP's JSON into the protobuf message of the same content, so that one reader reads both and one form is stored.
///
/// OTLP's deviations from protobuf's JSON: ids in hexadecimal, enumerations as numbers only, lower camel case only, unknown
/// names ignored.
struct JSONTranscoder {
    private var cursor: JSONCursor
    private var output = ProtobufWriter()
    private let limit: Int
    private let reservation: DecodeReservation?
    /// Bytes of `output` that are paid for.
    private var covered = 0
    /// The fields within which reading stands, for the message of an error.
    private var path: [StaticString] = []

    private init(_ bytes: UnsafeRawBufferPointer, limit: Int, _ reservation: DecodeReservation?) {
        (cursor, self.limit, self.reservation) = (JSONCursor(bytes), limit, reservation)
    }

    /// The protobuf message that the JSON `bytes` mean.
    ///
    /// - Parameter reservation: what the message is charged to. It is nearly always shorter than the JSON, whose length is
    ///   taken at once.
    static func protobuf(
        of bytes: [UInt8], as schema: MessageSchema, limits: WireLimits, reservation: DecodeReservation?
    ) throws(WireError) -> [UInt8] {
        guard bytes.count <= limits.bytes else { throw .tooLarge("the request is larger than \(limits.bytes) bytes") }
        return try bytes.withUnsafeBufferPointer { (buffer) throws(WireError) in
            var transcoder = JSONTranscoder(UnsafeRawBufferPointer(buffer), limit: limits.bytes, reservation)
            do throws(JSONFault) {
                try transcoder.cover(bytes.count + 16)
                try transcoder.message(schema, depth: 0)
                try transcoder.cursor.end()
            } catch {
                throw transcoder.wireError(error)
            }
            return transcoder.output.bytes
        }
    }

    private func wireError(_ fault: JSONFault) -> WireError {
        let place = path.isEmpty ? "" : " in " + FieldPath.text(path)
        let text = "\(fault.reason)\(place) at byte \(fault.offset)"
        return switch fault.kind {
        case .malformed: .malformed(text)
        case .tooDeep: .tooDeep(text)
        case .tooLarge: .tooLarge(text)
        case .busy: .overloaded
        }
    }

    /// Pays for `count` bytes of output before they are there.
    private mutating func cover(_ count: Int) throws(JSONFault) {
        guard count > covered else { return }
        let wanted = min(max(count, covered * 2), max(count, limit))
        guard reservation?.tryTake(wanted - covered) ?? true else {
            throw JSONFault(reason: "there is no memory for the request", offset: cursor.at, kind: .busy)
        }
        covered = wanted
        output.reserveCapacity(wanted)
    }

    private mutating func message(_ schema: MessageSchema, depth: Int) throws(JSONFault) {
        try cursor.open(0x7B, missing: "an object is missing", depth: depth)
        var isFirst = true
        while try cursor.more(until: 0x7D, isFirst: &isFirst) {
            let name = try text(missing: "a name in quotes is missing")
            try cursor.colon()
            guard let field = name.withUnsafeBytes({ schema.field(named: $0) }) else {
                try cursor.skip(depth: depth + 1)
                continue
            }
            if cursor.take("null") { continue }
            path.append(field.name)
            if field.isRepeated {
                try list(of: field, depth: depth + 1)
            } else {
                try value(of: field, depth: depth + 1)
            }
            path.removeLast()
        }
    }

    private mutating func list(of field: FieldSchema, depth: Int) throws(JSONFault) {
        try cursor.open(0x5B, missing: "an array is missing", depth: depth)
        var isFirst = true
        while try cursor.more(until: 0x5D, isFirst: &isFirst) { try value(of: field, depth: depth + 1) }
    }

    private mutating func value(of field: FieldSchema, depth: Int) throws(JSONFault) {
        switch field.kind {
        case .message(let schema):
            let start = output.begin(field.number)
            try message(schema, depth: depth)
            output.end(start)
        case .string:
            let start = output.begin(field.number)
            try cursor.openString(missing: "a string is missing")
            while let piece = try cursor.piece() {
                switch piece {
                case .text(let text): output.raw(text)
                case .scalar(let scalar): output.raw(String(scalar).utf8)
                }
            }
            output.end(start)
        case .identifier: output.field(field.number, bytes: try identifier())
        case .base64:
            guard let bytes = Base64.bytes(try text(missing: "a string in base 64 is missing")) else {
                throw cursor.fault("a string is not base 64")
            }
            output.field(field.number, bytes: bytes)
        case .bool:
            output.tag(field.number, .varint)
            guard let value = cursor.take("true") ? true : cursor.take("false") ? false : nil else {
                throw cursor.fault("true or false is missing")
            }
            output.varint(value ? 1 : 0)
        case .double:
            output.tag(field.number, .fixed64)
            output.fixed64(try double().bitPattern)
        case .int64, .enumeration, .signed32, .uint32, .uint64:
            output.tag(field.number, .varint)
            output.varint(try integer(field.kind))
        case .fixed64, .signedFixed64:
            output.tag(field.number, .fixed64)
            output.fixed64(try integer(field.kind))
        case .fixed32:
            output.tag(field.number, .fixed32)
            output.fixed32(UInt32(truncatingIfNeeded: try integer(field.kind)))
        }
        if output.bytes.count > limit {
            throw JSONFault(reason: "the request is too large", offset: cursor.at, kind: .tooLarge)
        }
        // What is still to come is no longer than the rest of the JSON, but for a number, by less than sixteen bytes.
        let needed = output.bytes.count + cursor.rest + 16
        if needed > covered { try cover(needed) }
    }

    /// A whole number, as the bits that stand for it in protobuf.
    private mutating func integer(_ kind: FieldSchema.Kind) throws(JSONFault) -> UInt64 {
        let number: JSONInteger?
        if cursor.peek() == 0x22 {
            if case .enumeration = kind { throw cursor.fault("a number is wanted, not a name") }
            number = JSONInteger(digits: try text(missing: "a number is missing"))
        } else {
            number = JSONInteger(number: try cursor.number())
        }
        guard let number, let bits = number.bits(as: kind) else {
            throw cursor.fault("a number is not whole or out of range")
        }
        return bits
    }

    private mutating func double() throws(JSONFault) -> Double {
        let text: String
        if cursor.peek() == 0x22 {
            text = String(decoding: try self.text(missing: "a number is missing"), as: UTF8.self)
            switch text {
            case "NaN": return .nan
            case "Infinity": return .infinity
            case "-Infinity": return -.infinity
            default: break
            }
        } else {
            text = String(decoding: try cursor.number(), as: UTF8.self)
        }
        guard let value = Double(text), value.isFinite else {
            throw cursor.fault("a number is not one or out of range")
        }
        return value
    }

    private mutating func identifier() throws(JSONFault) -> [UInt8] {
        let text = try text(missing: "an id in hexadecimal is missing")
        var bytes: [UInt8] = []
        var pending: UInt8?
        for character in text {
            guard let digit = HexDigit.value(character) else { throw cursor.fault("an id is not hexadecimal") }
            if let high = pending { bytes.append(high << 4 | digit) }
            pending = pending == nil ? digit : nil
        }
        guard pending == nil else { throw cursor.fault("an id has an odd number of digits") }
        return bytes
    }

    private mutating func text(missing: StaticString) throws(JSONFault) -> [UInt8] {
        try cursor.openString(missing: missing)
        var text: [UInt8] = []
        while let piece = try cursor.piece() {
            switch piece {
            case .text(let part): text.append(contentsOf: part)
            case .scalar(let scalar): text.append(contentsOf: String(scalar).utf8)
            }
        }
        return text
    }
}
