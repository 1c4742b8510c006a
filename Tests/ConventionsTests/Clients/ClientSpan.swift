import Conventions
import Domain
import Testing

/// A span as one client sends it, in the client's own keys and forms, and what it must be read as.
struct ClientSpan: CustomTestStringConvertible, Sendable {
    var client: String
    /// The span's own.
    var name = ""
    var attributes: BatchBuilder.Pairs
    var events: [BatchBuilder.Event] = []
    /// Log records of the span: the name of the event, its body, its attributes.
    var logs: [(name: String, body: JSON, attributes: BatchBuilder.Pairs)] = []
    var status: Int32 = 0
    var expected: Reading

    var testDescription: String { client }

    /// What is read of a span: the call in short, and the texts as they are counted.
    struct Reading: Equatable, Sendable {
        var dialect: Dialect
        var operation: Domain.Operation?
        var model: String?
        var usage = TokenUsage()
        var session: String?
        /// The last message of a user, else the last message.
        var input = ""
        /// The first message of the output that says anything.
        var output = ""
        /// In milliseconds.
        var firstToken: Int64?
        var isError = false
        var cost: Int64?
        var documents: [RetrievedDocument] = []
        var tool: ToolUse?
    }

    func read() throws -> Reading {
        let span = try BatchBuilder.span(attributes, name: name, status: status, events: events)
        let records = try logs.map { try BatchBuilder.log($0.name, body: $0.body, $0.attributes) }
        let call = Interpreter().call(of: span)
        let contents = Interpreter.contents(span, records)
        var reading = Reading(dialect: call.dialect, operation: call.operation, model: call.model, usage: call.usage)
        reading.session = call.context.session
        reading.input = contents.input.last { $0.role == "user" }?.text ?? contents.input.last?.text ?? ""
        reading.output = contents.output.lazy.map(\.text).first { !$0.isEmpty } ?? ""
        reading.firstToken = call.timeToFirstToken.map { $0.count / 1_000_000 }
        reading.isError = call.isError
        reading.cost = call.reportedCost?.nanodollars
        reading.documents = contents.documents
        reading.tool = contents.tool
        return reading
    }
}
