import Domain
import Testing

@Suite struct FilterTests {
    @Test func readsWhatPeopleWrite() throws {
        let filter = try Filter(
            parsing:
                #"status:error model:gpt-4o,"my model" latency>3s cost>=$0.05 -release:r42 score.faithful<0.5 "re fund""#
        )
        #expect(
            filter.terms == [
                FilterTerm(.failed(true)),
                FilterTerm(.equals(.model, ["gpt-4o", "my model"])),
                FilterTerm(.compares(.latency, .greater, 3)),
                FilterTerm(.compares(.cost, .greaterOrEqual, 0.05)),
                FilterTerm(.equals(.release, ["r42"]), isNegated: true),
                FilterTerm(.score("faithful", .less, 0.5)),
                FilterTerm(.contains("re fund")),
            ])
    }

    @Test(arguments: [
        ("tokens>1.2k", FilterTerm.Condition.compares(.tokens, .greater, 1200)),
        ("ttft<=250ms", .compares(.ttft, .lessOrEqual, 0.25)),
        ("latency>2m", .compares(.latency, .greater, 120)),
        ("env:prod", .equals(.environment, ["prod"])),
        ("status:ok", .failed(false)),
    ])
    func units(text: String, condition: FilterTerm.Condition) throws {
        #expect(try Filter(parsing: text).terms == [FilterTerm(condition)])
    }

    @Test func nothingIsEverything() throws {
        #expect(try Filter(parsing: "   ") == .all)
    }

    @Test(arguments: [
        ("model", 0), ("model:", 6), ("model:a,", 8), ("nonsense:x", 0), ("latency>3", 8), ("latency>fast", 8),
        ("status:maybe", 7), ("-", 1), ("\"open", 0), ("\"\"", 0), ("service:a colour>3s", 10), ("score.>1", 0),
        ("cost>nan", 5),
    ])
    func pointsAtTheMistake(text: String, offset: Int) {
        let error = #expect(throws: FilterError.self) { try Filter(parsing: text) }
        #expect(error?.offset == offset, "\(text): \(String(describing: error))")
    }

    @Test func rollupsAnswerDimensionsOnly() throws {
        #expect(try Filter(parsing: "service:a -model:b").isAnsweredByRollups)
        #expect(try !Filter(parsing: "user:a").isAnsweredByRollups)
        #expect(try !Filter(parsing: "latency>1s").isAnsweredByRollups)
    }
}
