import Domain
import Testing

/// What real clients sent must come out as it was decoded independently, in any order and however often it comes.
@Suite struct ClientCaptures {
    @Test func thereAreCaptures() {
        #expect(!CaptureFolder.all.isEmpty, "no folder with an expected.json was found")
    }

    @Test(arguments: CaptureFolder.all) func comesOutAsExpected(_ folder: CaptureFolder) throws {
        let capture = try Capture(folder.url)
        let expected = capture.expected
        var book = try TraceBook(capture.bodies)
        let found = book.found(samples: expected.samples)
        let name = folder.testDescription
        #expect(found.spans == expected.spans, "\(name): spans")
        #expect(found.calls == expected.calls, "\(name): LLM calls")
        #expect(found.errors == expected.errors, "\(name): errors of LLM calls")
        for model in Set(found.usage.keys).union(expected.usage.keys).sorted() {
            #expect(found.usage[model] == expected.usage[model], "\(name): usage of \(model)")
        }
        #expect(found.sessions == expected.sessions, "\(name): sessions")
        #expect(found.callsWithOwnSession == expected.callsWithOwnSession, "\(name): calls with their own session")
        #expect(found.retrievals == expected.retrievals, "\(name): retrievals")
        #expect(found.documents == expected.documents, "\(name): documents")
        #expect(found.tools == expected.tools, "\(name): tool spans")
        #expect(found.callsWithFirstToken == expected.callsWithFirstToken, "\(name): calls with time to first token")
        #expect(
            close(found.medianFirstToken, expected.medianFirstToken, within: 1e-6),
            "\(name): median time to first token")
        #expect(close(found.shortest, expected.shortest, within: 1e-3), "\(name): shortest call")
        #expect(close(found.longest, expected.longest, within: 1e-3), "\(name): longest call")
        #expect(found.callsWithInput == expected.callsWithInput, "\(name): calls with an input")
        #expect(found.callsWithOutput == expected.callsWithOutput, "\(name): calls with an output")
        for (found, expected) in zip(found.samples, expected.samples) {
            #expect(begins(found.input, with: expected.input), "\(name): input of \(expected.spanID)")
            #expect(begins(found.output, with: expected.output), "\(name): output of \(expected.spanID)")
        }
    }

    @Test(arguments: CaptureFolder.all) func orderAndRepetitionChangeNothing(_ folder: CaptureFolder) throws {
        let capture = try Capture(folder.url)
        var inOrder = try TraceBook(capture.bodies)
        let found = inOrder.found(samples: capture.expected.samples)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<3 {
            var shuffled = try TraceBook((capture.bodies + capture.bodies).shuffled(using: &generator))
            #expect(
                shuffled.found(samples: capture.expected.samples) == found, "\(folder.testDescription): another order")
        }
    }

    private func close(_ a: Double?, _ b: Double?, within tolerance: Double) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return abs(a - b) <= tolerance
    }

    /// Whether the text begins with the sample, whitespace around both aside.
    private func begins(_ text: String, with sample: String) -> Bool {
        func trimmed(_ text: String) -> [Unicode.Scalar] {
            let scalars = Array(text.unicodeScalars).drop { $0.properties.isWhitespace }
            return Array(scalars)
        }
        var sample = trimmed(sample)
        while sample.last?.properties.isWhitespace == true { sample.removeLast() }
        return trimmed(text).starts(with: sample)
    }
}
