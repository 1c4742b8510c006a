import Domain
import Foundation
import GRDB
import Testing

@testable import Storage

/// Everything that is done stands in the audit log, in the transaction that does it; who changes the log is found out.
@Suite struct AuditTests {
    private let store = TemporaryStore()

    private func withControl<Result>(_ body: (ControlStore) throws -> Result) throws -> Result {
        let writer = try store.writer()
        defer { writer.close() }
        let control = try ControlStore(writer, clock: FixedClock())
        defer { control.stop() }
        return try body(control)
    }

    private func mark(_ count: Int, as principal: String = "os:anna", in control: ControlStore) throws {
        var generator = SystemRandomNumberGenerator()
        for number in 0..<count {
            let command = CommandIdentity(
                caller: Caller(kind: .user, principal: principal, userID: 1000), key: IdempotencyKey(using: &generator),
                request: [])
            _ = try control.commit(command) { try $0.mark(MarkDraft(text: "deploy \(number)")).json }
        }
    }

    private var directory: StoreDirectory { get throws { try StoreDirectory(existing: store.path) } }

    private func verify(known: AuditHead? = nil) throws -> AuditVerification {
        let key = try KeyFile(directory.auditKeyPath).read()
        return try store.reader().verifyAudit(
            key: key, known: known ?? AuditHead(file: directory.auditHeadPath))
    }

    /// Changes the file as somebody would who can write it, triggers or not.
    private func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: directory.controlPath)
        try queue.write { db in
            for trigger in ["audit_stays", "audit_remains", "audit_checkpoint_stays", "audit_checkpoint_remains"] {
                try db.execute(sql: "DROP TRIGGER IF EXISTS \(trigger)")
            }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    @Test func whatIsDoneIsToldByWhomAndWhatWasThere() throws {
        try withControl { try mark(2, in: $0) }
        let entries = try store.reader().auditEntries(AuditQuery())
        #expect(entries.map(\.record.action) == ["mark.set", "mark.set"])
        #expect(entries.map(\.record.sequence) == [2, 1])
        #expect(entries[0].record.actor == Caller(kind: .user, principal: "os:anna", userID: 1000))
        let after = try #require(entries[0].record.after)
        #expect(try store.reader().auditContent(after)?["text"] == "deploy 1")
        #expect(try store.reader().auditEntries(AuditQuery(actor: "os:ben")).isEmpty)
        #expect(try store.reader().auditEntries(AuditQuery(action: "mark")).count == 2)
        #expect(try store.reader().auditEntries(AuditQuery(object: "deploy 1")).count == 1)
        #expect(try store.reader().auditEntries(AuditQuery(limit: 1)).count == 1)
        let head = try #require(try store.reader().auditHead())
        #expect(try verify() == .intact(head: head, signaturesChecked: true))
        #expect(AuditHead(file: try directory.auditHeadPath)?.hash == head.hash)
    }

    /// U2
    @Test(
        arguments: [
            ("UPDATE audit SET principal = 'os:eve' WHERE sequence = 60", 60),
            ("UPDATE audit SET reason = '' WHERE sequence = 60", 60),
            ("DELETE FROM audit WHERE sequence = 60", 60),
            (
                """
                INSERT INTO audit SELECT 131, time_ns, monotonic_ns, principal, kind, uid, pid, tty, action, object, before, after,
                    reason, previous, hash FROM audit WHERE sequence = 60
                """, 131
            ),
            (
                "UPDATE audit SET sequence = CASE sequence WHEN 60 THEN -61 ELSE -60 END WHERE sequence IN (60, 61); "
                    + "UPDATE audit SET sequence = -sequence WHERE sequence < 0", 60
            ),
            ("DELETE FROM audit_checkpoint", 100), ("UPDATE audit_checkpoint SET code = zeroblob(32)", 1),
            ("UPDATE audit SET hash = NULL, hash = x'00' WHERE sequence = 7", 7),
        ] as [(String, Int64)])
    func tamperingIsFound(sql: String, at sequence: Int64) throws {
        try withControl { try mark(130, in: $0) }
        try tamper(sql)
        guard case .broken(let found, _) = try verify() else {
            Issue.record("not found: \(sql)")
            return
        }
        #expect(found == sequence)
    }

    /// U2
    @Test func aMissingTailIsFoundByTheHeadOutside() throws {
        try withControl { try mark(30, in: $0) }
        let known = try #require(AuditHead(file: try directory.auditHeadPath))
        try tamper("DELETE FROM audit WHERE sequence > 20")
        let head = try store.reader().auditHead()
        #expect(try verify() == .tailMissing(head: head, known: known))
        // The collector says it at its next start, writes it down, and keeps the head that it found.
        let trouble = try withControl { $0.auditTrouble }
        #expect(trouble?.contains("entries of the audit log are missing") == true)
        let told = try #require(try store.reader().auditEntries(AuditQuery(limit: 1)).first)
        #expect(told.record.action == "audit.head")
        let kept = try FileManager.default.contentsOfDirectory(atPath: store.path).filter {
            $0.hasPrefix("audit.head.")
        }
        #expect(kept.count == 1)
        #expect(kept.first.flatMap { AuditHead(file: store.path + "/" + $0) } == known)
        #expect(try withControl { $0.auditTrouble } == nil)
    }

    /// U2
    @Test func aLogThatWasReplacedIsFoundByTheHeadOutside() throws {
        try withControl { try mark(30, in: $0) }
        let known = try #require(AuditHead(file: try directory.auditHeadPath))
        try tamper("DELETE FROM audit; DELETE FROM audit_checkpoint")
        try FileManager.default.removeItem(atPath: directory.auditHeadPath)
        try withControl { try mark(40, as: "os:eve", in: $0) }
        guard case .broken(30, _) = try verify(known: known) else {
            Issue.record("not found")
            return
        }
    }

    /// U4
    @Test func whatCannotBeToldIsNotDone() throws {
        try withControl { control in
            try mark(1, in: control)
            try control.change {
                try $0.file.execute(
                    "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
            }
            #expect(throws: StoreError.self) { try mark(1, in: control) }
            #expect(
                try control.marks(TimeRange(last: .hours(1), before: FixedClock().time.advanced(by: .hours(1)))).count
                    == 1)
        }
        #expect(try store.reader().auditEntries(AuditQuery()).count == 1)
    }

    /// U3, without the kills
    @Test func manyAtOnceLeaveNoGapAndNoFork() throws {
        try withControl { control in
            _ = Concurrently.map(Array(0..<8), threads: 8) { thread in
                try? mark(125, as: "os:person\(thread)", in: control)
            }
        }
        let head = try #require(try store.reader().auditHead())
        #expect(head.sequence == 1000)
        #expect(try verify() == .intact(head: head, signaturesChecked: true))
    }

    @Test func nobodyButItsOwnerReadsTheKey() throws {
        try withControl { try mark(1, in: $0) }
        let mode = try FileManager.default.attributesOfItem(atPath: directory.auditKeyPath)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: directory.auditKeyPath)
        #expect(throws: StoreError.self) { try withControl { _ in } }
    }

    @Test func theHistoryOfAnOlderStoreBecomesTheBeginningOfTheChain() throws {
        let directory = try StoreDirectory(creating: store.path)
        let queue = try DatabaseQueue(path: directory.controlPath)
        try ControlSchema.migrator(auditKey: HMACSHA256(key: [])).migrate(queue, upTo: "5")
        try queue.write { db in
            for number in 1...250 {
                try db.execute(
                    sql: """
                        INSERT INTO change (time_ns, action, object, principal, kind, uid, pid, tty, before, after)
                        VALUES (?, 'mark.set', 'a', 'os:anna', 'os', 1000, 4711, 'pts/3', NULL, '{"a":1}')
                        """, arguments: [number])
            }
        }
        try queue.close()
        let trouble = try withControl { control in
            try mark(1, in: control)
            return control.auditTrouble
        }
        // Nobody kept a head until now.
        #expect(trouble?.hasPrefix("the head of the audit log is not in") == true)
        let head = try #require(try store.reader().auditHead())
        #expect(head.sequence == 252)
        #expect(try verify() == .intact(head: head, signaturesChecked: true))
        let oldest = try #require(try store.reader().auditEntries(AuditQuery(before: 2)).first)
        #expect(oldest.record.actor.terminal == "pts/3")
        #expect(oldest.record.after.flatMap { try? store.reader().auditContent($0) } == ["a": 1])
    }
}
