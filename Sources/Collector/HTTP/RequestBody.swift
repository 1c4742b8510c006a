import Synchronization

/// The body of a request as it came, in blocks that are given back one by one as they are read: inflating or joining a large
/// body then never holds it twice.
final class RequestBody: Sendable {
    private static let blockSize = 256 << 10
    private let blocks = Mutex<[[UInt8]]>([])

    /// Bytes that have come and were not taken.
    var count: Int { blocks.withLock { $0.reduce(0) { $0 + $1.count } } }

    /// Adds bytes at the end. They are copied: what the network delivers may hold on to much more memory than it fills.
    func append(_ bytes: some RandomAccessCollection<UInt8>) {
        blocks.withLock { blocks in
            var rest = bytes[...]
            while !rest.isEmpty {
                let room = RequestBody.blockSize - (blocks.last?.count ?? RequestBody.blockSize)
                if room == 0 { blocks.append([]) }
                let part = rest.prefix(room == 0 ? RequestBody.blockSize : room)
                blocks[blocks.count - 1].append(contentsOf: part)
                rest = rest.dropFirst(part.count)
            }
        }
    }

    /// Hands over one block after the other, from the first, and keeps none.
    func take<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        let count = blocks.withLock { $0.count }
        for index in 0..<count {
            let block = blocks.withLock { blocks in
                defer { blocks[index] = [] }
                return blocks[index]
            }
            try body(block)
        }
    }

    /// All of it in one piece; nothing is kept.
    func takeAll() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        take { bytes += $0 }
        return bytes
    }
}
