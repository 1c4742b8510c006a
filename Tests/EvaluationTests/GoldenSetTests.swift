import Domain
import Evaluation
import Testing

@Suite struct GoldenSetTests {
    @Test func readsItemsAndKeepsWhatItDoesNotKnow() throws {
        let set = try GoldenSet(
            name: "s",
            parsing: """
                {"id":"g-1","input":"How?","expected":"So.","tags":["de"],"weight":2,"mood":"good"}

                {"id":"g-2","input":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}],"number":3,"tolerance":0.5}
                """)
        #expect(set.items.map(\.id) == ["g-1", "g-2"])
        #expect(set.items[0].json["mood"] == "good")
        #expect(set.items[0].weight == 2)
        #expect(set.items[1].question == "c")
        #expect(set.items[1].expectation.number == ExpectedNumber(3, absoluteTolerance: 0.5))
    }

    @Test func namesEveryMistakeByItsLine() throws {
        let text = """
            {"id":"a","input":"x"}
            {"id":"a","input":"y"}
            {"id":"b"}
            not json
            {"id":"c","input":"x","pattern":"("}
            {"id":"d","input":"x","schema":{"if":{}}}
            {"id":"e","input":"x","weight":0}
            """
        let error = try #require(throws: GoldenSetError.self) { try GoldenSet(name: "s.jsonl", parsing: text) }
        #expect(error.mistakes.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(error.description.contains("s.jsonl:2: the id “a” stands in line 1 already"))
    }

    @Test func anEmptySetIsNone() {
        #expect(throws: GoldenSetError.self) { try GoldenSet(name: "s", parsing: "\n \n") }
    }

    @Test func theOrderOfLinesIsNoVersion() throws {
        let (a, b) = (#"{"id":"a","input":"x"}"#, #"{"id":"b","input":"y"}"#)
        let sets = try [a + "\n" + b, b + "\n" + a, a].map { try GoldenSet(name: "s", parsing: $0).digest }
        #expect(sets[0] == sets[1])
        #expect(sets[0] != sets[2])
    }
}
