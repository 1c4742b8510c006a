import Domain
import Testing

@testable import Simulator

@Suite struct FeedTests {
    @Test(arguments: [1, 7, 60])
    func givesEverySpanOnceAfterItsEndAndChildrenBeforeParents(step: Int64) throws {
        let workload = try Samples.workload(.errors, seed: 4, rate: 3)
        let start = Samples.now.advanced(by: .minutes(-3))
        var feed = Feed(workload, from: start)
        var given: Set<SpanID> = []
        var time = start
        while time < Samples.now {
            time = time.advanced(by: .seconds(step))
            let batch = feed.batch(until: time)
            var repeated = 0
            var orphaned = 0
            for span in batch.spans {
                if !given.insert(span.spanID).inserted { repeated += 1 }
                if let parent = span.parentID, given.contains(parent) { orphaned += 1 }
            }
            #expect(repeated == 0 && orphaned == 0)
            #expect(batch.spans.allSatisfy { $0.end <= time }, "a span ends in the future")
            #expect(batch.verdicts.allSatisfy { $0.time <= time && given.contains($0.spanID) })
        }
        let ended = workload.turns(in: TimeRange(from: start, to: time)).flatMap(\.spans).filter { $0.end <= time }
        #expect(Set(ended.map(\.spanID)) == given)
    }

    @Test func timeDoesNotRunBack() throws {
        var feed = Feed(try Samples.workload(), from: Samples.now)
        #expect(!feed.batch(until: Samples.now.advanced(by: .seconds(30))).spans.isEmpty)
        #expect(feed.batch(until: Samples.now).spans.isEmpty)
    }
}
