import Domain

extension WireError {
    /// What `fault` means for who sent `bytes`, naming the field where it was found.
    init(_ fault: WireFault, in bytes: UnsafeRawBufferPointer, schema: MessageSchema, limits: WireLimits) {
        let path = schema.path(to: fault.offset, in: bytes)
        let field = path.isEmpty ? "" : " in \(path)"
        let place = field + " at byte \(fault.offset)"
        self =
            switch fault.reason {
            case .truncated: .malformed("the protobuf message ends too early" + place)
            case .longVarint: .malformed("a protobuf number is longer than 10 bytes" + place)
            case .badTag: .malformed("a protobuf tag is not one" + place)
            case .badGroup: .malformed("a protobuf group is not closed" + place)
            case .nestedMessages: .tooDeep("messages are nested deeper than \(Cursor.depthLimit)" + field)
            case .nestedValues: .tooDeep("values are nested deeper than \(Reader.valueDepthLimit)" + field)
            case .manyItems: .tooLarge("more than \(limits.items) spans, log records or data points in one request")
            case .manyResources:
                .tooLarge("more than \(limits.resourcesPerService) resources of one service in one request")
            case .manyRecords:
                .tooLarge("more than \(limits.records) attributes, values, events and links in one request")
            case .manyBytes: .tooLarge("the request is larger than can be held")
            case .busy: .overloaded
            }
    }
}
