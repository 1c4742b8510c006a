import TestSupport
import Testing

@Suite("Snapshots")
struct SnapshotTests {
    @Test("every recorded snapshot is read by a test")
    func unusedSnapshots() throws {
        #expect(try SnapshotStore.unused() == [])
    }
}
