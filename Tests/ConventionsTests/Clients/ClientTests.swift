import Testing

/// Every client's own way of writing a span is understood.
@Suite struct Clients {
    static let all =
        ClientSpan.frameworks + ClientSpan.platforms + ClientSpan.providers + ClientSpan.openInference
        + ClientSpan.otherSteps

    @Test(arguments: all) func isUnderstood(_ span: ClientSpan) throws {
        #expect(try span.read() == span.expected)
    }
}
