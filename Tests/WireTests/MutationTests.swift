import Domain
import OTLPMessages
import SwiftProtobuf
import Testing
import Wire

/// Whatever happens to a body, the reader and the generated decoder agree whether it is a message and what it says. They differ
/// on purpose in three things: text that is not UTF-8 is kept and repaired; values nest at most 32 deep (the decoder: messages
/// 100); nothing is cut here, because limits are out of the way.
@Suite struct MutationTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func damagedTracesReadAsTheGeneratedDecoderReadsThem(seed: UInt64) throws {
        let bodies = try CapturedBody.all().filter { $0.signal == .traces && $0.bytes.count < 30_000 }
        var generator = SeededGenerator(seed: seed)
        var taken = 0
        for round in 0..<100 {
            let body = try #require(bodies.randomElement(using: &generator))
            let other = try #require(bodies.randomElement(using: &generator))
            let bytes = damaged(body.bytes, other.bytes, round, &generator)
            taken += compare(bytes, "\(body), seed \(seed), round \(round)") { bytes throws(WireError) in
                Lines.of(try OTLP.traces(protobuf: bytes, limits: .unlimited))
            } reference: {
                Lines.of(try OTLPExportTraceServiceRequest(serializedBytes: $0))
            }
        }
        #expect(taken > 10, "nearly nothing was compared")
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func damagedLogsReadAsTheGeneratedDecoderReadsThem(seed: UInt64) throws {
        let bodies = try CapturedBody.all().filter { $0.signal == .logs }
        var generator = SeededGenerator(seed: seed)
        var taken = 0
        for round in 0..<100 {
            let body = try #require(bodies.randomElement(using: &generator))
            let other = try #require(bodies.randomElement(using: &generator))
            let bytes = damaged(body.bytes, other.bytes, round, &generator)
            taken += compare(bytes, "\(body), seed \(seed), round \(round)") { bytes throws(WireError) in
                Lines.of(try OTLP.logs(protobuf: bytes, limits: .unlimited))
            } reference: {
                Lines.of(try OTLPExportLogsServiceRequest(serializedBytes: $0))
            }
        }
        #expect(taken > 10, "nearly nothing was compared")
    }

    private func damaged(_ body: [UInt8], _ other: [UInt8], _ round: Int, _ generator: inout SeededGenerator) -> [UInt8]
    {
        round.isMultiple(of: 2)
            ? Mutation.ofField(body, using: &generator) : Mutation.of(body, splicing: other, using: &generator)
    }

    /// 1 when both took the message.
    private func compare(
        _ bytes: [UInt8], _ name: String, ours: ([UInt8]) throws(WireError) -> [String],
        reference: ([UInt8]) throws -> [String]
    ) -> Int {
        let read = Result { () throws(WireError) in try ours(bytes) }
        do {
            let expected = try reference(bytes)
            switch read {
            case .success(let lines):
                #expect(lines == expected, "\(name)")
                return 1
            case .failure(let error): Issue.record("\(name): refused (\(error)), but it is a message")
            }
        } catch BinaryDecodingError.invalidUTF8 {
            // The decoder stops here; the reader goes on, and may find the message whole or not.
        } catch {
            if case .success = read { Issue.record("\(name): taken, but it is no message (\(error))") }
        }
        return 0
    }
}
