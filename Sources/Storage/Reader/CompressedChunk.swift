/// A chunk of contents as it is stored.
struct CompressedChunk: Sendable {
    var id: Int64
    /// Bytes when it is restored.
    var count: Int
    var bytes: [UInt8]
}
