import Domain

extension MessageSchema {
    /// The names of the fields that lead to the byte at `offset`, as far as the bytes before it can be followed: what an
    /// error message may say of the input. For example `resourceSpans.scopeSpans.spans.attributes`.
    func path(to offset: Int, in bytes: UnsafeRawBufferPointer) -> String {
        var names: [StaticString] = []
        var message = Cursor(bytes)
        var schema: MessageSchema? = self
        while let current = schema, let (field, content) = MessageSchema.field(of: &message, around: offset) {
            guard let known = current.field(number: field) else { break }
            names.append(known.name)
            schema = nil
            if let content, case .message(let inner) = known.kind, names.count < Cursor.depthLimit {
                (message, schema) = (content, inner)
            }
        }
        return FieldPath.text(names)
    }

    /// The field of `message` within which `offset` lies, with its content when that is whole.
    private static func field(of message: inout Cursor, around offset: Int) -> (UInt32, Cursor?)? {
        while let tag = try? message.next() {
            let start = message
            do throws(WireFault) {
                try message.skip(tag)
            } catch {
                return (tag.field, nil)
            }
            guard message.at >= offset else { continue }
            var content = start
            return (tag.field, tag.type == .bytes ? try? content.message() : nil)
        }
        return nil
    }
}
