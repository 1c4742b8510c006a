import Testing

@testable import Storage

/// Counters of calls for other systems: they never go down, whatever is corrected, and lose nothing.
@Suite struct CallTotalsTests {
    private func change(_ contributions: Contribution...) -> CallTotals.Change {
        contributions.reduce(into: CallTotals.Change()) { $0.add($1) }
    }

    private func contribution(_ number: Int, using random: inout some RandomNumberGenerator) -> Contribution {
        var contribution = Contribution(sign: 1, minute: 0, series: 1)
        contribution.isError = random.next(upperBound: UInt64(10)) == 0
        contribution.duration = Int64.random(in: 0..<90_000_000_000, using: &random)
        contribution.inputTokens = Int64.random(in: 0..<5_000, using: &random)
        contribution.outputTokens = Int64.random(in: 0..<500, using: &random)
        if number % 4 != 0 { contribution.cost = Int64.random(in: 0..<1_000_000, using: &random) }
        return contribution
    }

    @Test(
        "they only grow, are nested as they should be, and are right once nothing is under correction", arguments: 0..<6
    )
    func corrections(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var totals = CallTotals()
        let series = (0..<3).map { CallTotals.Series(service: "s\($0)") }
        var counted: [(series: CallTotals.Series, contribution: Contribution)] = []
        var before: [CallTotals.Series: CallTotals.Numbers] = [:]
        for number in 0..<400 {
            // A call counts at once, and some turn out to count elsewhere or not at all.
            if number % 5 == 4, let index = counted.indices.randomElement(using: &random) {
                let (old, contribution) = counted.remove(at: index)
                totals.add(change(contribution.takenBack), to: old)
                if Bool.random(using: &random) {
                    let new = series[Int(random.next(upperBound: UInt64(3)))]
                    totals.add(change(contribution), to: new)
                    counted.append((new, contribution))
                }
            } else {
                let place = series[Int(random.next(upperBound: UInt64(3)))]
                let contribution = contribution(number, using: &random)
                totals.add(change(contribution), to: place)
                counted.append((place, contribution))
            }
            let isRight = totals.shown.allSatisfy { series, numbers in
                let old = before[series] ?? CallTotals.Numbers()
                return numbers.durations == numbers.durations.sorted() && numbers.calls >= old.calls
                    && numbers.errors >= old.errors && numbers.cost >= old.cost
                    && zip(numbers.durations, old.durations).allSatisfy { $0 >= $1 }
            }
            #expect(isRight)
            before = Dictionary(uniqueKeysWithValues: totals.shown.map { ($0.series, $0.numbers) })
        }
        // Many more calls, none of which is corrected: every counter has caught up.
        for number in 0..<2_000 {
            let place = series[number % 3]
            let contribution = contribution(number, using: &random)
            totals.add(change(contribution), to: place)
            counted.append((place, contribution))
        }
        for (series, numbers) in totals.shown {
            let own = counted.filter { $0.series == series }.map(\.contribution)
            #expect(numbers.calls == Int64(own.count))
            #expect(numbers.errors == Int64(own.count(where: \.isError)))
            #expect(numbers.inputTokens == own.reduce(0) { $0 + ($1.inputTokens ?? 0) })
            #expect(numbers.cost == own.reduce(0) { $0 + ($1.cost ?? 0) })
            #expect(numbers.durations.last == Int64(own.count))
        }
    }

    @Test("what one commit counts and takes back again is never seen")
    func withinCommit() {
        var random = SeededGenerator(seed: 1)
        let (wrapper, call) = (contribution(1, using: &random), contribution(2, using: &random))
        var totals = CallTotals()
        totals.add(change(wrapper, call, wrapper.takenBack), to: CallTotals.Series())
        #expect(totals.shown.first?.numbers.calls == 1)
        #expect(totals.shown.first?.numbers.inputTokens == call.inputTokens)
    }

    @Test("no number of names makes more than five hundred series and one for all others")
    func bound() {
        var totals = CallTotals()
        for number in 0..<2_000 {
            totals.add(change(Contribution(sign: 1, minute: 0, series: 1)), to: CallTotals.Series(model: "m\(number)"))
        }
        #expect(totals.shown.count == CallTotals.mostSeries + 1)
        #expect(totals.shown.first { $0.series.model == "other" }?.numbers.calls == 1_500)
        #expect(totals.shown.reduce(0) { $0 + $1.numbers.calls } == 2_000)
    }
}
