import Domain

/// The environment in which spans or log records were made, read from the bytes of `ResourceSpans` or `ResourceLogs`.
enum ContentEnvironment {
    /// The names of the attribute; earlier ones go before later ones.
    private static let keys: [StaticString] = [
        "deployment.environment.name", "deployment.environment", "langfuse.environment",
    ]

    /// The environment of `items`; `default` when its resource does not say any.
    static func name(of items: Cursor, _ bytes: UnsafeRawBufferPointer) throws(WireFault) -> String {
        var items = items
        var best: (rank: Int, name: ByteSlice)?
        while let tag = try items.next() {
            guard tag.field == 1, tag.type == .bytes else {
                try items.skip(tag)
                continue
            }
            var resource = try items.message()
            while let tag = try resource.next() {
                guard tag.field == 1, tag.type == .bytes else {
                    try resource.skip(tag)
                    continue
                }
                let attribute = try resource.message()
                let key = UnsafeRawBufferPointer(rebasing: bytes[try self.key(of: attribute).range])
                let rank = keys.firstIndex { name in name.withUTF8Buffer { $0.elementsEqual(key) } }
                guard let rank, rank < best?.rank ?? .max, let name = try text(of: attribute) else { continue }
                best = (rank, name)
            }
        }
        guard let best, !best.name.isEmpty else { return "default" }
        return String(decoding: bytes[best.name.range], as: UTF8.self)
    }

    /// The key of a pair: the last one, if there are several.
    static func key(of pair: Cursor) throws(WireFault) -> ByteSlice {
        var pair = pair
        var key = ByteSlice.empty
        while let tag = try pair.next() {
            if tag.field == 1, tag.type == .bytes { key = try pair.bytes() } else { try pair.skip(tag) }
        }
        return key
    }

    private static func text(of pair: Cursor) throws(WireFault) -> ByteSlice? {
        var pair = pair
        var text: ByteSlice?
        while let tag = try pair.next() {
            guard tag.field == 2, tag.type == .bytes else {
                try pair.skip(tag)
                continue
            }
            var value = try pair.message()
            while let tag = try value.next() {
                if tag.field == 1, tag.type == .bytes { text = try value.bytes() } else { try value.skip(tag) }
            }
        }
        return text
    }
}
