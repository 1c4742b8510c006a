import Foundation
import Glibc
import Testing

/// `headframe prompt`, `release` and `audit`, against a daemon of its own.
@Suite struct RegistryCommandTests {
    private let directory: TemporaryDirectory
    private let daemon: Daemon
    private let store: String

    private static var user: String { getpwuid(geteuid())?.pointee.pw_name.map { String(cString: $0) } ?? "root" }

    init() throws {
        directory = try TemporaryDirectory()
        store = directory.store
        let configuration = directory.path + "/config.yaml"
        try """
        control:
          roles:
            os:\(Self.user):
              roles: [viewer, editor, approver, admin]
              content: true
        """.write(toFile: configuration, atomically: true, encoding: .utf8)
        daemon = try Daemon(in: directory, arguments: ["--config", configuration])
    }

    private func ask(_ arguments: String...) throws -> ChildProcess.Ending {
        try headframe(arguments + ["--store", store])
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = directory.path + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func prompt(_ text: String, temperature: Double = 0.7) throws -> String {
        try file(
            "answer.md",
            """
            ---
            name: answer
            model: gpt-4o
            temperature: \(temperature)
            variables: {question: string}
            ---
            system:
            \(text)
            user:
            {{question}}
            """)
    }

    @Test("a prompt is pushed twice, compared, labelled and released; the audit log tells it and holds")
    func theWay() throws {
        let first = try ask("prompt", "push", try prompt("Answer in three kind sentences."), "--message", "first")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.hasPrefix("pushed answer@1, "))
        let same = try ask("prompt", "push", try prompt("Answer in three kind sentences."))
        #expect(same.status == 1)
        #expect(same.errors.contains("nothing changed"))
        let second = try ask("prompt", "push", try prompt("Answer in three short sentences.", temperature: 0.2))
        #expect(second.output.contains("{+short+}"))
        #expect(second.output.contains("pushed answer@2"))
        let difference = try ask("prompt", "diff", "answer@1", "answer@2", "--exit-code")
        #expect(difference.status == 1)
        #expect(difference.output.contains("temperature: 0.7 → 0.2"))
        #expect(difference.output.contains("[-kind-]"))
        #expect(try ask("prompt", "diff", "answer@1", "answer@1", "--exit-code").status == 0)
        let refused = try ask("prompt", "label", "answer@2", "production", "--reason", "better")
        #expect(refused.status == 77, "\(refused.errors)")
        #expect(try ask("prompt", "review", "answer@2", "--approve").status == 77)
        #expect(try ask("prompt", "label", "answer@2", "staging", "--reason", "to try").status == 0)
        #expect(try ask("prompt", "show", "answer@staging").output.contains("three short sentences"))
        #expect(try ask("prompt", "list").output.contains("staging@2"))
        #expect(try ask("release", "create", "--prompt", "answer@1").output.hasPrefix("made answer@r1, "))
        let release = try file("release.yaml", "prompt: answer@staging\nindex: kb@12\n")
        #expect(try ask("release", "create", release).output.hasPrefix("made answer@r2, "))
        #expect(try ask("release", "list").output.contains("● "))
        #expect(try ask("release", "show", "r2").output.contains("kb@12"))
        #expect(try ask("release", "rollback", "answer", "--to", "r1", "--reason", "errors").status == 1)
        let told = try ask("audit", "list", "--action", "prompt")
        #expect(told.lines.filter { $0.contains("prompt.push") }.count == 2)
        #expect(try ask("audit", "verify").output.hasPrefix("ok, "))
        #expect(try ask("sql", "SELECT count(*) AS n FROM audit WHERE action = 'release.create'").output.contains("2"))
    }

    @Test("a file that is wrong says where, and nothing is stored")
    func wrong() throws {
        let unclosed = try ask("prompt", "push", try prompt("Answer {{question"))
        #expect(unclosed.status == 64)
        #expect(unclosed.errors.contains("answer.md:8:8"), "\(unclosed.errors)")
        let unknown = try ask("prompt", "push", try prompt("Answer {{mood}}"))
        #expect(unknown.errors.contains("'mood' is not declared"))
        let large = try ask("prompt", "push", try prompt(String(repeating: "word ", count: 1 << 20)))
        #expect(large.status != 0)
        #expect(large.errors.contains("larger than"), "\(large.errors)")
        let long = try ask("prompt", "push", try prompt(String(repeating: "word ", count: 200 << 10)))
        #expect(long.status == 64)
        #expect(long.errors.contains("a prompt may have"), "\(long.errors)")
        let key = try ask("release", "create", try file("r.yaml", "prompt: answer@1\n\nmodell: x\n"))
        #expect(key.status == 64)
        #expect(try ask("release", "create", "--prompt", "answer@1").status == 66)
        #expect(try ask("prompt", "show", "answer").status == 66)
        #expect(try ask("prompt", "list").output.hasPrefix("there are no prompts"))
    }

    @Test("exit codes of verify: 0 whole, 1 contradicted, 2 the head says more than there is")
    func tampered() throws {
        for text in ["one", "two", "three"] { _ = try ask("mark", text) }
        try daemon.stop()
        let verified = try ask("audit", "verify", "--json")
        #expect(verified.output.contains(#""signatures_checked":true"#))
        let head = try String(contentsOfFile: store + "/audit.head", encoding: .utf8)
        let future = head.replacingOccurrences(of: #""sequence":3"#, with: #""sequence":9"#)
        let forged = try file("head", future)
        // Without the key nobody can tell that this head is forged; with it, it proves nothing.
        #expect(try ask("audit", "verify", "--head", forged, "--key", directory.path + "/none").status == 2)
        #expect(try ask("audit", "verify", "--head", forged).status == 1)
        #expect(try ask("audit", "verify", "--head", directory.path + "/none").status == 66)
    }
}
