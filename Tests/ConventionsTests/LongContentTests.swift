import Domain
import Testing

@testable import Conventions
@testable import Wire

/// The limits of the wire know where contents stand, so that none is cut as if it were a label.
@Suite struct LongContents {
    private static let fixed: [StaticString] =
        ContentSide.input.whole + ContentSide.output.whole + ContentsReading.toolArguments + ContentsReading.toolResults
        + ContentsReading.returnedDocuments + [ContentSide.input.current, ContentSide.output.current]
    private static let indexed: [StaticString] = ContentSide.input.indexed + ContentSide.output.indexed
    private static let others = [
        "llm.openai" + ContentSide.input.rawEnding, "llm.openai" + ContentSide.output.rawEnding,
        "gen_ai.system_instructions", "gen_ai.retrieval.documents", "retrieval.documents.0.document.content",
        "db.query.result.document", "embedding.embeddings.0.embedding.text", "events", "all_messages_events",
        "gen_ai.event.content", "content", "message", "parts", "tool_calls", "gen_ai.evaluation.explanation",
    ]
    static let keys: [String] = fixed.map { "\($0)" } + indexed.map { "\($0)0.message.content" } + others

    @Test(arguments: keys) func areKeptAtFullLength(_ key: String) {
        #expect(Array(key.utf8).withUnsafeBytes(ContentKeys.contains))
    }

    @Test(arguments: [
        "", "user.note", "llm.model_name", "llm.messages_count", "x.llm.openai.messages", "ai.response.id",
    ])
    func othersAreLabels(_ key: String) {
        #expect(!Array(key.utf8).withUnsafeBytes(ContentKeys.contains))
    }
}
