import Testing

@testable import Conventions

@Suite struct ByteTables {
    private func value(_ key: String, in table: ByteTable<Int>) -> Int? {
        Array(key.utf8).withUnsafeBytes { table.value(of: $0) }
    }

    @Test func everyKnownKeyIsFoundAndNoOther() {
        for (field, keys) in KnownKeys.sources {
            for (rank, key) in keys.enumerated() {
                let text = "\(key)"
                let target = Array(text.utf8).withUnsafeBytes { KnownKeys.table.value(of: $0) }
                #expect(target?.field == field, "\(text)")
                #expect(target?.rank == UInt8(rank), "\(text)")
                for other in [text + "s", String(text.dropLast()), text.uppercased(), "x" + text.dropFirst()] {
                    let found = Array(other.utf8).withUnsafeBytes { KnownKeys.table.value(of: $0) }
                    let isKnown = KnownKeys.sources.contains { $0.value.contains { "\($0)" == other } }
                    #expect((found != nil) == isKnown, "\(other)")
                }
            }
        }
    }

    @Test func noKeyStandsTwice() {
        let keys = KnownKeys.sources.flatMap { $0.value.map { "\($0)" } }
        #expect(Set(keys).count == keys.count)
        #expect(Set(KnownKeys.sources.map(\.key)) == Set(Field.allCases))
    }

    @Test func shortAndEmptyKeysAreKeys() {
        let table = ByteTable<Int>([("", 0), ("a", 1), ("ab", 2), ("abcdefgh", 3), ("abcdefghi", 4)])
        #expect(value("", in: table) == 0)
        #expect(value("a", in: table) == 1)
        #expect(value("ab", in: table) == 2)
        #expect(value("abcdefgh", in: table) == 3)
        #expect(value("abcdefghi", in: table) == 4)
        #expect(value("b", in: table) == nil)
        #expect(value("abcdefghj", in: table) == nil)
    }
}
