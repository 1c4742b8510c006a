import Foundation
import Testing

/// Rules of the house that a machine can check.
@Suite struct HouseRulesTests {
    static let sources = Source.swiftFiles("Sources")

    @Test func filesStaySmall() throws {
        let lengths = try Self.sources.map { file in
            (
                try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
                    .count, file
            )
        }.sorted { $0.0 < $1.0 }
        #expect(lengths.count > 100)
        let median = lengths[lengths.count / 2].0
        #expect(median < 120, "the median file has \(median) lines")
        for (length, file) in lengths where length > 400 {
            Issue.record("\(file.lastPathComponent) has \(length) lines")
        }
    }

    @Test(arguments: ["try!", "as!", "fatalError(", "preconditionFailure(", "TODO", "FIXME"])
    func neverInSources(word: String) throws {
        #expect(!Self.sources.isEmpty)
        for file in Self.sources where try String(contentsOf: file, encoding: .utf8).contains(word) {
            Issue.record("\(file.lastPathComponent) says \(word)")
        }
    }

    @Test(arguments: ["Thread.sleep", "usleep(", "Task.sleep"])
    func testsWaitForConditionsInsteadOfSleeping(word: String) throws {
        let tests = Source.swiftFiles("Tests").filter { $0.lastPathComponent != "HouseRulesTests.swift" }
        #expect(!tests.isEmpty)
        for file in tests where try String(contentsOf: file, encoding: .utf8).contains(word) {
            Issue.record("\(file.lastPathComponent) says \(word)")
        }
    }

    @Test func nothingElseAtTheTop() throws {
        let known: Set<String> = [
            "Package.swift", "Sources", "Tests", "themes", "sample-data", "README.md", "Makefile", "docs",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: Source.root.path)
            .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
        #expect(Set(names).subtracting(known).isEmpty)
    }
}
