import Domain

extension Interpreter {
    /// Reads the messages, documents and tool use of a span from its attributes, its events and its log records: from OpenTelemetry's
    /// current places, else its older ones, OpenLLMetry's, OpenInference's, a client's own. Meant for when somebody looks at a span: it
    /// makes strings and parses JSON, in time linear in the size of what the span carries.
    public static let contents: ContentsReader = { span, logs in ContentsReading(span, logs).contents() }
}
