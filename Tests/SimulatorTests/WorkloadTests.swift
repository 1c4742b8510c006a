import Domain
import Testing

@testable import Simulator

@Suite struct WorkloadTests {
    @Test func theSameSeedGivesTheSameBytes() throws {
        func bytes(seed: UInt64) throws -> [UInt8] {
            let turns = try Samples.workload(.slowCanary, seed: seed).turns(
                in: TimeRange(last: .seconds(20), before: Samples.now))
            return OTLPEncoder.traces(turns.flatMap(\.spans)) + OTLPEncoder.logs(turns.flatMap(\.verdicts))
        }
        let once = try bytes(seed: 5)
        #expect(once.count > 100_000)
        #expect(try bytes(seed: 5) == once)
        #expect(try bytes(seed: 6) != once)
    }

    @Test func howTheTimeIsCutUpDoesNotMatter() throws {
        let workload = try Samples.workload(seed: 3, rate: 3)
        let whole = workload.turns(in: .minutes(-2, 0)).map(\.spans)
        let pieces = (0..<24).flatMap { (index: Int64) -> [Turn] in
            let from = Samples.now.advanced(by: .seconds(-120 + index * 5))
            return workload.turns(in: TimeRange(from: from, to: from.advanced(by: .seconds(5))))
        }
        #expect(pieces.map(\.spans) == whole)
        #expect(workload.turns(in: .minutes(0, 0)).isEmpty)
    }

    @Test func turnsBeginInTheRangeInOrder() throws {
        let range = TimeRange.minutes(-2, 0)
        let starts = try Samples.workload().turns(in: range).map(\.start)
        #expect(starts.allSatisfy(range.contains))
        #expect(starts == starts.sorted())
    }

    @Test func everyTraceIsATreeWhoseChildrenEndFirst() throws {
        let turns = try Samples.workload(.errors, seed: 2, rate: 4).turns(in: .minutes(-5, 0))
        #expect(turns.count > 1000)
        let isTree = { (turn: Turn) -> Bool in
            guard let root = turn.root, root.parentID == nil else { return false }
            return turn.spans.dropLast().allSatisfy { child in
                child.parentID == root.spanID && child.traceID == root.traceID && root.start <= child.start
                    && child.start < child.end && child.end < root.end
            }
                && turn.verdicts.allSatisfy { verdict in
                    verdict.traceID == root.traceID && verdict.time > root.end
                        && turn.chats.contains { $0.spanID == verdict.spanID }
                }
        }
        #expect(turns.filter { !isTree($0) }.isEmpty)
        let spans = turns.flatMap(\.spans)
        #expect(Set(spans.map(\.spanID)).count == spans.count)
        #expect(Set(spans.map(\.traceID)).count == turns.count)
    }

    @Test func answersCarryWhatAConsoleNeeds() throws {
        let turns = try Samples.workload(seed: 4, rate: 3).turns(in: .minutes(-5, 0))
        let answers = turns.filter { $0.root?.service == .supportBot && $0.root?.failure == nil }
        #expect(answers.count > 500)
        for turn in answers {
            let root = try #require(turn.root)
            for key in [
                "gen_ai.conversation.id", "user.id", "gen_ai.prompt.name", "gen_ai.prompt.version", "headframe.release",
            ] {
                #expect(root.attributes[key] != nil, "\(key)")
            }
            let chat = try #require(turn.chats.last)
            #expect(chat.attributes["gen_ai.response.finish_reasons"] == .strings(["stop"]))
            let input = try #require(chat.attributes["gen_ai.usage.input_tokens"]?.number)
            let cached = chat.attributes["gen_ai.usage.cache_read.input_tokens"]?.number ?? 0
            #expect(cached <= input && cached.truncatingRemainder(dividingBy: 128) == 0)
            let first = try #require(chat.attributes["gen_ai.response.time_to_first_chunk"]?.number)
            #expect(first > 0 && first < chat.seconds)
            for key in ["gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions"] {
                let text = try #require(chat.attributes[key]?.string)
                #expect(try JSON(parsing: text).array?.isEmpty == false)
            }
            let retrieval = try #require(turn.spans.first { $0.operation == "retrieval" })
            let documents = try JSON(parsing: try #require(retrieval.attributes["gen_ai.retrieval.documents"]?.string))
            let found = try #require(documents.array)
            #expect((3...5).contains(found.count))
            let scores = found.compactMap { $0["score"]?.double }
            #expect(scores.count == found.count && scores == scores.sorted(by: >))
            #expect(found.allSatisfy { $0["id"]?.string != nil && $0["content"]?.string != nil })
        }
        let operations = Set(turns.flatMap { $0.spans.compactMap(\.operation) })
        #expect(operations == ["invoke_agent", "embeddings", "retrieval", "chat", "execute_tool", "invoke_workflow"])
        #expect(Set(turns.flatMap { $0.spans.map(\.service) }) == [.supportBot, .summarise])
        #expect(turns.contains { $0.spans.contains { $0.name.hasPrefix("guardrail") } })
        #expect(Set(turns.flatMap(\.chats).compactMap { $0.attributes["gen_ai.request.model"]?.string }).count == 3)
        #expect(turns.contains { $0.root?.events.contains { $0.name == "feature_flag.evaluation" } == true })
    }

    @Test func conversationsHaveSeveralTurnsOfOneUserInOneLanguage() throws {
        let turns = try Samples.workload(seed: 9, rate: 2).turns(in: .minutes(-8, 0))
        let sessions = Dictionary(grouping: turns.compactMap(\.root)) {
            $0.attributes["gen_ai.conversation.id"]?.string
        }
        let answers = sessions.mapValues { $0.filter { $0.service == .supportBot } }
        #expect(answers.values.contains { $0.count >= 4 })
        let mixed = answers.values.filter { Set($0.compactMap { $0.attributes["user.id"]?.string }).count > 1 }
        #expect(mixed.isEmpty)
    }

    @Test func aUserStaysWithTheReleaseThatServesThem() throws {
        let roots = try Samples.workload(seed: 9, rate: 4).turns(in: .minutes(-6, 0)).compactMap(\.root)
            .filter { $0.service == .supportBot }
        let users = Dictionary(grouping: roots) { $0.attributes["user.id"]?.string }
        #expect(users.values.contains { $0.count > 3 })
        #expect(users.values.filter { Set($0.map(\.release)).count > 1 }.isEmpty)
        let canary = roots.filter { $0.release == "support-answer@r42" }
        #expect(abs(Double(canary.count) / Double(roots.count) - 0.05) < 0.02)
    }

    @Test func latenciesAndCachesAreBelievable() throws {
        let chats = try Samples.workload(seed: 1, rate: 3).turns(in: .minutes(-5, 0)).flatMap(\.chats).filter {
            $0.failure == nil
        }
        let durations = chats.map(\.seconds).sorted()
        #expect((0.6...2).contains(durations[durations.count / 2]))
        #expect((1.2...4).contains(durations[durations.count * 95 / 100]))
        let input = chats.reduce(0) { $0 + ($1.attributes["gen_ai.usage.input_tokens"]?.number ?? 0) }
        let cached = chats.reduce(0) { $0 + ($1.attributes["gen_ai.usage.cache_read.input_tokens"]?.number ?? 0) }
        #expect((0.25...0.7).contains(cached / input))
    }
}
