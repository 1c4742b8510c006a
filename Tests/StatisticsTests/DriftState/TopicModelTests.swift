import Statistics
import Testing

@Suite struct TopicModelTests {
    static let topics = [
        "reset password login account locked", "parcel delivery courier tracking late",
        "refund invoice payment card charged",
        "size shoes exchange colour fit",
    ]

    static func text(_ topic: Int, _ generator: inout SplitMix64) -> String {
        let words = topics[topic].split(separator: " ")
        return (0..<12).map { _ in String(words[generator.index(below: words.count)]) }.joined(separator: " ")
    }

    static func vector(_ text: String) -> [Float] { (HashedEmbedding.vector(of: text) ?? []).map { Float($0) } }

    @Test func findsTopicsAndNamesThem() throws {
        var generator = SplitMix64(seed: 3)
        let texts = (0..<200).map { Self.text($0 % 4, &generator) }
        let model = try #require(
            TopicModel(
                vectors: texts.map(Self.vector), words: texts.map { Set($0.split(separator: " ").map(String.init)) },
                clusters: 4, seed: 1))
        #expect(Set(model.names).count == 4)
        var names: [Int: Set<String>] = [:]
        for index in 0..<80 {
            let name = try #require(model.name(of: Self.vector(Self.text(index % 4, &generator))))
            names[index % 4, default: []].insert(name)
        }
        for (topic, found) in names {
            let name = try #require(found.count == 1 ? found.first : nil)
            #expect(name.split(separator: " ").allSatisfy { Self.topics[topic].contains($0) })
        }
        #expect(model.name(of: Self.vector("quantum chromodynamics lattice gauge theory")) == TopicModel.new)
        #expect(model.name(of: [1, 2]) == nil)
    }
}
