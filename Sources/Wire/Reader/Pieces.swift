import Domain

/// A resource or scope, which may come in several pieces that protobuf merges: joining the bytes of the pieces is the merge.
struct Pieces {
    /// Where its attributes begin on the reader's stack.
    let mark: Int
    var name = ByteSlice.empty
    var version = ByteSlice.empty
    /// Whether attributes beyond the limits were left out.
    var cut = false
    /// The only piece, while there is one.
    private(set) var first: ByteSlice?
    /// All pieces, when there are several.
    private(set) var joined: [UInt8] = []

    init(mark: Int) { self.mark = mark }

    mutating func add(_ piece: ByteSlice, of bytes: UnsafeRawBufferPointer) {
        if let first {
            if joined.isEmpty { joined.append(contentsOf: bytes[first.range]) }
            joined.append(contentsOf: bytes[piece.range])
        } else {
            first = piece
        }
    }
}
