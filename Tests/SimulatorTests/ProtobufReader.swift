/// The fields of a protobuf message, for tests that check what was written without trusting who wrote it.
struct ProtobufReader {
    enum Value: Equatable {
        case varint(UInt64)
        case fixed64(UInt64)
        case fixed32(UInt32)
        case bytes([UInt8])
    }

    struct Malformed: Error {}

    private(set) var fields: [(number: Int, value: Value)] = []

    init(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let tag = try Self.varint(&rest)
            let value: Value
            switch tag & 7 {
            case 0: value = .varint(try Self.varint(&rest))
            case 1: value = .fixed64(try Self.number(&rest, 8))
            case 2: value = .bytes(try Self.take(&rest, Int(try Self.varint(&rest))))
            case 5: value = .fixed32(UInt32(try Self.number(&rest, 4)))
            default: throw Malformed()
            }
            fields.append((Int(tag >> 3), value))
        }
    }

    func messages(_ number: Int) throws -> [ProtobufReader] { try bytes(number).map { try ProtobufReader($0) } }
    func message(_ number: Int) throws -> ProtobufReader? { try messages(number).first }
    func strings(_ number: Int) -> [String] { bytes(number).map { String(decoding: $0, as: UTF8.self) } }
    func bytes(_ number: Int) -> [[UInt8]] {
        fields.compactMap { if case .bytes(let bytes) = $0.value, $0.number == number { bytes } else { nil } }
    }
    func fixed64(_ number: Int) -> UInt64? {
        fields.lazy.compactMap { if case .fixed64(let value) = $0.value, $0.number == number { value } else { nil } }
            .first
    }
    func varint(_ number: Int) -> UInt64? {
        fields.lazy.compactMap { if case .varint(let value) = $0.value, $0.number == number { value } else { nil } }
            .first
    }

    /// The attributes in the field of this number, their values as messages `AnyValue`.
    func attributes(_ number: Int) throws -> [String: ProtobufReader] {
        var attributes: [String: ProtobufReader] = [:]
        for pair in try messages(number) {
            guard let key = pair.strings(1).first, let value = try pair.message(2) else { throw Malformed() }
            attributes[key] = value
        }
        return attributes
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ count: Int) throws -> [UInt8] {
        guard count >= 0, rest.count >= count else { throw Malformed() }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ count: Int) throws -> UInt64 {
        try take(&rest, count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func varint(_ rest: inout ArraySlice<UInt8>) throws -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let byte = UInt64(try take(&rest, 1)[0])
            value |= (byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        throw Malformed()
    }
}
