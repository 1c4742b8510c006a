import Testing

@testable import Simulator

@Suite struct ProtobufWriterTests {
    /// The examples of protobuf's own page on the encoding.
    @Test func writesTheExamplesOfTheFormat() {
        var writer = ProtobufWriter()
        writer.varint(1, 150)
        #expect(writer.bytes == [0x08, 0x96, 0x01])
        writer.string(2, "testing")
        #expect(writer.bytes.suffix(9) == [0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67])
        writer.message(3) { $0.varint(1, 150) }
        #expect(writer.bytes.suffix(5) == [0x1a, 0x03, 0x08, 0x96, 0x01])
        writer.varint(1, -1)
        #expect(writer.bytes.suffix(11) == [0x08] + [UInt8](repeating: 0xff, count: 9) + [0x01])
        writer.fixed64(4, 0x0102_0304_0506_0708)
        #expect(writer.bytes.suffix(9) == [0x21, 8, 7, 6, 5, 4, 3, 2, 1])
        writer.fixed32(16, 1)
        #expect(writer.bytes.suffix(6) == [0x85, 0x01, 1, 0, 0, 0])
        writer.double(1, 1)
        #expect(writer.bytes.suffix(9) == [0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
        writer.bool(1, true)
        #expect(writer.bytes.suffix(2) == [0x08, 1])
    }

    /// The length of a message is written behind one kept byte, and longer lengths need room to be made.
    @Test(arguments: [0, 1, 125, 126, 127, 128, 129, 16_380, 16_381, 16_382, 16_384, 16_385, 2_097_149, 2_097_160])
    func messagesOfEveryLengthReadBack(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        var writer = ProtobufWriter()
        writer.varint(9, 7)
        writer.message(1) { outer in
            outer.message(2) { $0.bytes(3, content) }
            outer.string(4, "after")
        }
        writer.varint(9, 8)
        let reader = try ProtobufReader(writer.bytes)
        #expect(reader.fields.map(\.number) == [9, 1, 9])
        let outer = try #require(try reader.message(1))
        #expect(outer.strings(4) == ["after"])
        #expect(try outer.message(2)?.bytes(3) == [content])
    }
}
