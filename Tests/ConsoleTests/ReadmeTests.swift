import Console
import Foundation
import Testing

@Suite struct ReadmeTests {
    /// README shows the keys as the command table has them.
    @Test func keyTableIsTrue() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let table = KeyMap.standard.markdown
        #expect(table.split(separator: "\n").count > 20)
        #expect(
            readme.contains(table.split(separator: "\n").joined(separator: "\n")), "put this into README.md:\n\(table)")
    }
}
