import Foundation
import Testing
import Wire

@Suite struct InflaterTests {
    /// `gzip` of "hello, headframe\n" and of "second member\n", and of a mebibyte of zeros, made by Python's gzip.
    private static let hello = bytes("H4sIAAAAAAACA8tIzcnJ11HISE1MSStKzE3lAgDH9MzdEQAAAA==")
    private static let second = bytes("H4sIAAAAAAACAytOTc7PS1HITc1NSi3iAgA2GEsODgAAAA==")
    private static let zeros = bytes(
        "H4sIAAAAAAACA+3BMQEAAADCoPVPbQhfo" + String(repeating: "A", count: 1355) + "PgMc6jinAAAQAA==")

    private static func bytes(_ base64: String) -> [UInt8] { [UInt8](Data(base64Encoded: base64) ?? Data()) }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func membersInChunksOfAnySizeAreOneBody(size: Int) throws {
        let bytes = Self.hello + Self.second + Self.hello
        #expect(try inflate(bytes, chunk: size) == Array("hello, headframe\nsecond member\nhello, headframe\n".utf8))
    }

    @Test func everyTruncationIsRefused() {
        for count in 0..<Self.hello.count { #expect(malformed { try inflate(Array(Self.hello[..<count])) }) }
        for count in 1..<Self.second.count { #expect(malformed { try inflate(Self.hello + Self.second[..<count]) }) }
    }

    @Test func damageIsRefused() {
        var checksum = Self.hello
        checksum[checksum.count - 6] ^= 1
        var length = Self.hello
        length[length.count - 1] = 0x7F
        for bytes in [
            checksum, length, Self.hello + Array("garbage".utf8), Self.hello + [0], Array("plain text".utf8),
            [0x1F, 0x8B],
        ] {
            #expect(malformed { try inflate(bytes) })
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func noFlippedBitChangesTheContent(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var bytes = Self.hello
            // Behind the ten bytes of the header, of which most mean nothing to the content.
            bytes[Int.random(in: 10..<bytes.count, using: &generator)] ^=
                1 << UInt8.random(in: 0..<8, using: &generator)
            // The last bits before the checksum are padding and may be anything.
            let content = try? inflate(bytes)
            #expect(content == nil || content == Array("hello, headframe\n".utf8))
        }
    }

    @Test func theLimitIsExact() throws {
        #expect(try inflate(Self.zeros, limit: 1 << 20).count == 1 << 20)
        #expect(throws: WireError.tooLarge("the inflated body is larger than 1048575 bytes")) {
            try inflate(Self.zeros, limit: 1 << 20 - 1)
        }
        #expect(try inflate(Self.zeros + Self.zeros, limit: 2 << 20).count == 2 << 20)
        #expect(throws: WireError.self) { try inflate(Self.zeros + Self.zeros, limit: 2 << 20 - 1) }
    }

    @Test func theBudgetIsSharedAndGivenBack() throws {
        let budget = DecodeBudget(capacity: 3 << 20)
        var first: DecodeReservation? = budget.reservation()
        if let first {
            let inflater = Inflater(limit: 64 << 20, reservation: first)
            try inflater.write(Self.zeros)
            #expect(try inflater.finish().count == 1 << 20)
            #expect(first.count >= 1 << 20)
        }
        let second = budget.reservation()
        let inflater = Inflater(limit: 64 << 20, reservation: second)
        #expect(throws: WireError.busy("too many requests are being read at this moment")) {
            try inflater.write(Self.zeros)
            try inflater.write(Self.zeros)
            try inflater.write(Self.zeros)
        }
        #expect(budget.used <= budget.capacity)
        #expect(budget.used == (first?.count ?? 0) + second.count)
        first = nil
        #expect(budget.used == second.count)
    }

    @Test func memoryGrowsWithTheBodyAndNotBeforeIt() throws {
        let budget = DecodeBudget(capacity: .max)
        let reservation = budget.reservation()
        let inflater = Inflater(limit: 64 << 20, reservation: reservation)
        try inflater.write(Self.hello)
        #expect(reservation.count < 64 << 10)
        for _ in 0..<8 { try inflater.write(Self.zeros) }
        #expect(try inflater.finish().count == 8 << 20 + 17)
        #expect(reservation.count <= 2 * (8 << 20 + 17))
    }

    @Test func aBodyOfManyEmptyMembersEnds() throws {
        let empty = Self.bytes("H4sIAAAAAAACAwMAAAAAAAAAAAA=")
        let bytes = [[UInt8]](repeating: empty, count: 10_000).flatMap(\.self)
        #expect(try inflate(bytes).isEmpty)
    }

    private func inflate(_ bytes: [UInt8], chunk: Int = .max, limit: Int = 64 << 20) throws(WireError) -> [UInt8] {
        let inflater = Inflater(limit: limit, reservation: DecodeBudget(capacity: 256 << 20).reservation())
        var rest = bytes[...]
        while !rest.isEmpty {
            try inflater.write(Array(rest.prefix(chunk)))
            rest = rest.dropFirst(chunk)
        }
        return try inflater.finish()
    }

    private func malformed(_ body: () throws -> [UInt8]) -> Bool {
        do {
            _ = try body()
            return false
        } catch WireError.malformed {
            return true
        } catch {
            return false
        }
    }
}
