import Domain

// ResourceSpans and ResourceLogs, ScopeSpans and ScopeLogs have the same shape: 1 resource or scope, 2 their items.
extension Reader {
    /// Reads the items of one resource. A resource or scope without items that were kept leaves nothing behind, so that
    /// millions of empty envelopes cost no memory.
    mutating func resourceItems(_ message: Cursor, item: (inout Reader, Cursor) throws(WireFault) -> Void)
        throws(WireFault)
    {
        var message = message
        var resource = Pieces(mark: pendingAttributes.count)
        let before = spans.count + logs.count
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                let piece = try message.message()
                resource.add(piece.rest, of: bytes)
                try self.resource(piece, &resource)
            case (2, .bytes): try scopeItems(try message.message(), item: item)
            case (3, .bytes): _ = text(try message.bytes())
            default: try message.skip(tag)
            }
        }
        guard spans.count + logs.count > before else {
            pendingAttributes.truncate(to: resource.mark)
            return
        }
        resources.append(
            ResourceRecord(
                attributes: takeAttributes(from: resource.mark), encoded: try encoded(resource, as: .resource)))
    }

    private mutating func scopeItems(
        _ message: Cursor, item: (inout Reader, Cursor) throws(WireFault) -> Void
    ) throws(WireFault) {
        var message = message
        var scope = Pieces(mark: pendingAttributes.count)
        let before = spans.count + logs.count
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                let piece = try message.message()
                scope.add(piece.rest, of: bytes)
                try self.scope(piece, &scope)
            case (2, .bytes): try item(&self, try message.message())
            case (3, .bytes): _ = text(try message.bytes())
            default: try message.skip(tag)
            }
        }
        guard spans.count + logs.count > before else {
            pendingAttributes.truncate(to: scope.mark)
            return
        }
        scopes.append(
            ScopeRecord(
                name: scope.name, version: scope.version, attributes: takeAttributes(from: scope.mark),
                encoded: try encoded(scope, as: .scope)))
    }

    private mutating func resource(_ message: Cursor, _ pieces: inout Pieces) throws(WireFault) {
        var message = message
        flags = []
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): try attribute(try message.message(), mark: pieces.mark)
            default: try message.skip(tag)
            }
        }
        if flags.contains(.cut) { pieces.cut = true }
    }

    private mutating func scope(_ message: Cursor, _ pieces: inout Pieces) throws(WireFault) {
        var message = message
        flags = []
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): pieces.name = text(try message.bytes())
            case (2, .bytes): pieces.version = text(try message.bytes())
            case (3, .bytes): try attribute(try message.message(), mark: pieces.mark)
            default: try message.skip(tag)
            }
        }
        if flags.contains(.cut) { pieces.cut = true }
    }
}
