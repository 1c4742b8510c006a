import Domain

// ExportTraceServiceRequest down to ScopeSpans (opentelemetry/proto/collector/trace/v1, trace/v1).
extension Reader {
    /// Reads a whole request of spans.
    mutating func traces() throws(WireFault) {
        var request = Cursor(bytes)
        while let tag = try request.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                try resourceItems(try request.message()) { (reader, span) throws(WireFault) in try reader.span(span) }
            default: try request.skip(tag)
            }
        }
        try checkResources()
    }
}
