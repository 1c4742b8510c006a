import Domain
import Glibc
import Storage
import Testing

@testable import Collector

/// A program as a receiver.
@Suite(.timeLimit(.minutes(1))) struct CommandChannelTests {
    private let directory = TemporaryDirectory()

    private func script(_ text: String) -> String {
        TestReceiver.file("#!/bin/sh\n\(text)\n", at: directory.path + "/script", mode: 0o700)
    }

    private func failure(_ words: [String], timeout: Duration = .seconds(5)) -> String? {
        do throws(DeliveryFailure) {
            try CommandChannel(words).deliver(
                .init(unqueued: TestReceiver.notification(), to: "horn"), timeout: timeout)
        } catch {
            return error.description
        }
        return nil
    }

    @Test("it gets JSON on its input, a few variables, its arguments as they are, and nothing else")
    func input() throws {
        let output = directory.path + "/output"
        let words = [
            script(#"cat > "$2"; echo "$1" >> "$2"; env >> "$2"; ls /proc/self/fd >> "$2""#), "$(touch pwned); *",
            output,
        ]
        #expect(failure(words) == nil)
        let text = try #require(TestFile.text(output))
        let lines = text.split(separator: "\n").map(String.init)
        let body = try JSON(parsing: lines.first ?? "")
        #expect(body["headline"] == "page: p95 latency support-api 4.02 s > 3 s for 6 m")
        #expect(lines.dropFirst().first == "$(touch pwned); *")
        #expect(lines.contains("HEADFRAME_KIND=firing"))
        #expect(lines.contains("HEADFRAME_SEVERITY=page"))
        #expect(lines.contains("HEADFRAME_HEADLINE=page: p95 latency support-api 4.02 s > 3 s for 6 m"))
        #expect(lines.contains("HEADFRAME_DELIVERY=\(body["delivery"]?.string ?? "")"))
        #expect(!lines.contains { $0.hasPrefix("HOME=") || $0.hasPrefix("HEADFRAME_STORE=") })
        let descriptors = lines.compactMap { Int($0) }
        #expect(Set(descriptors).isSubset(of: [0, 1, 2, 3]), "\(descriptors)")
    }

    @Test("its status and the last line that it says are told")
    func status() {
        #expect(failure([script("echo first; echo no horn >&2; exit 3")])?.hasSuffix("ended with 3: no horn") == true)
        #expect(failure([script("kill -9 $$")])?.hasSuffix("was ended by signal 9") == true)
        #expect(failure(["/nonexistent/horn"])?.contains("cannot be started: No such file") == true)
        #expect(
            failure([TestReceiver.file("", at: directory.path + "/plain", mode: 0o600)])?.contains("denied") == true)
        #expect(failure([script("exit 0")]) == nil)
    }

    @Test("it need not read what it is told, and what it says without end is not kept")
    func talkative() throws {
        #expect(failure([script("exec 0<&-; exit 0")]) == nil)
        let long = try #require(failure([script("yes | head -c 3000000; exit 1")]))
        #expect(long.utf8.count < 8_192)
    }

    @Test("one that takes too long is ended with all that it started")
    func tooSlow() throws {
        let note = directory.path + "/child"
        let start = ContinuousClock.now
        let words = [script(#"sleep 600 & echo $! > "$1"; wait"#), note]
        #expect(failure(words, timeout: .milliseconds(500))?.contains("not done in time") == true)
        #expect(ContinuousClock.now - start < .seconds(10))
        let child = try #require(TestFile.text(note).flatMap { pid_t($0.dropLast()) })
        try waitUntil { TestFile.text("/proc/\(child)/stat").map { $0.contains(") Z ") } ?? true }
    }

    @Test("one that is not wanted any more is ended at once, which is no failure of its own")
    func stopped() throws {
        let channel = CommandChannel([script("sleep 600")])
        channel.close()
        let error = #expect(throws: DeliveryFailure.self) {
            try channel.deliver(.init(unqueued: TestReceiver.notification(), to: "horn"), timeout: .seconds(60))
        }
        #expect(error?.isInterruption == true)
    }
}
