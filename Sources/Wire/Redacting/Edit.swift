/// Bytes of a request that others replace.
struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]
}

extension Edit {
    /// `bytes` with all edits made, which do not overlap.
    static func apply(_ edits: [Edit], to bytes: [UInt8], growth: Int) -> [UInt8] {
        // Lengths are known after what they are the length of, but stand before it.
        let ordered = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + max(0, growth))
        var last = 0
        for edit in ordered {
            result += bytes[last..<edit.range.lowerBound]
            result += edit.bytes
            last = edit.range.upperBound
        }
        return result + bytes[last...]
    }

    /// A length as protobuf writes it.
    static func length(_ count: Int) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.varint(UInt64(count))
        return writer.bytes
    }
}
