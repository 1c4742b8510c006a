import Domain
import Testing

@Suite struct AuditVerifierTests {
    private static let key = HMACSHA256(key: Array("a key".utf8))
    private static let entries: [AuditEntry] = {
        var entries: [AuditEntry] = []
        for sequence in Int64(1)...250 {
            let record = AuditRecord(
                sequence: sequence, time: Timestamp(nanoseconds: sequence * 1_000_000_000), monotonic: sequence,
                actor: Caller(kind: .user, principal: "os:anna", userID: 1000), action: "mark.set",
                object: "a deploy", before: nil, after: ContentDigest(of: [UInt8(truncatingIfNeeded: sequence)]),
                reason: nil)
            entries.append(AuditEntry(record, behind: entries.last.map(AuditHead.init)))
        }
        return entries
    }()

    private func verify(
        _ entries: [AuditEntry], checkpoints: [AuditHead]? = nil, known: AuditHead? = nil,
        key: HMACSHA256? = Self.key
    ) -> AuditVerification {
        let signed = [100, 200].map { AuditHead(Self.entries[$0 - 1]).signed(with: Self.key) }
        var verifier = AuditVerifier(key: key, checkpoints: checkpoints ?? signed, known: known)
        for entry in entries where !verifier.add(entry) { break }
        return verifier.result()
    }

    private func sequence(_ result: AuditVerification) -> Int64? {
        if case .broken(let sequence, _) = result { sequence } else { nil }
    }

    /// The whole of `entries` with other hashes, as somebody makes it who can write the file and has no key.
    private func rechained(_ entries: [AuditEntry]) -> [AuditEntry] {
        entries.reduce(into: []) { chain, entry in
            chain.append(AuditEntry(entry.record, behind: chain.last.map(AuditHead.init)))
        }
    }

    @Test func holds() {
        let head = AuditHead(Self.entries[249])
        let known = head.signed(with: Self.key)
        #expect(verify(Self.entries, known: known) == .intact(head: head, signaturesChecked: true))
        #expect(verify(Self.entries, key: nil) == .intact(head: head, signaturesChecked: false))
        #expect(verify([], checkpoints: []) == .intact(head: nil, signaturesChecked: true))
    }

    @Test func findsWhatWasChanged() {
        let entry = Self.entries[119]
        let record = AuditRecord(
            sequence: 120, time: entry.record.time, monotonic: 120,
            actor: Caller(kind: .user, principal: "os:eve", userID: 1000), action: "mark.set", object: "a deploy",
            before: nil, after: entry.record.after, reason: nil)
        var entries = Self.entries
        entries[119] = AuditEntry(record, previous: entry.previous, hash: entry.hash)
        #expect(sequence(verify(entries)) == 120)
        // With all hashes made anew, only what was signed tells.
        #expect(sequence(verify(rechained(entries))) == 200)
    }

    @Test func findsWhatWasRemovedInsertedOrMoved() {
        var entries = Self.entries
        entries.remove(at: 49)
        #expect(sequence(verify(entries)) == 50)
        entries = Self.entries
        entries.insert(entries[48], at: 49)
        #expect(sequence(verify(entries)) == 50)
        entries = Self.entries
        entries.swapAt(49, 60)
        #expect(sequence(verify(entries)) == 50)
    }

    @Test func findsThatTheTailIsMissing() {
        let known = AuditHead(Self.entries[249]).signed(with: Self.key)
        let rest = Array(Self.entries.prefix(230))
        #expect(verify(rest, known: known) == .tailMissing(head: AuditHead(rest[229]), known: known))
        // Within the database, signatures show it as far as they reach.
        let signed = AuditHead(Self.entries[199]).signed(with: Self.key)
        #expect(verify(Array(rest.prefix(150))) == .tailMissing(head: AuditHead(rest[149]), known: signed))
    }

    @Test func findsThatAllWasReplaced() {
        let known = AuditHead(Self.entries[249]).signed(with: Self.key)
        let record = AuditRecord(
            sequence: 1, time: Self.entries[0].record.time, monotonic: 1, actor: .system, action: "mark.set",
            object: "another", before: nil, after: nil, reason: nil)
        let others = rechained([AuditEntry(record, behind: nil)] + Self.entries.dropFirst())
        #expect(sequence(verify(others, checkpoints: [], known: known, key: nil)) == 250)
        // Without a signature for longer than there may be none.
        #expect(sequence(verify(others, checkpoints: [])) == 100)
        let other = HMACSHA256(key: Array("another key".utf8))
        let forged = [100, 200].map { AuditHead(others[$0 - 1]).signed(with: other) }
        #expect(sequence(verify(others, checkpoints: forged)) == 100)
    }

    @Test func headsSurviveTheirFile() throws {
        let head = AuditHead(Self.entries[9]).signed(with: Self.key)
        #expect(AuditHead(try JSON(parsing: head.json.text)) == head)
        #expect(head.description.hasPrefix("10 "))
    }
}
