import CZstd
import Synchronization

/// Compresses and restores contents. Holds working memory that is used again and again.
///
/// Sendable because it is used by one thread at a time: its owner's, or the one to which the pool has lent it.
final class Zstandard: @unchecked Sendable {
    private let context: OpaquePointer?
    private var buffer: [UInt8] = []

    init() { context = headframe_zstd_create() }
    deinit { headframe_zstd_destroy(context) }

    /// `bytes` compressed at level 1: measured against level 3 it takes half the time for a tenth more bytes.
    /// Nil when there is no memory.
    func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard let context else { return nil }
        let bound = headframe_zstd_bound(bytes.count)
        if buffer.count < bound { buffer = [UInt8](repeating: 0, count: bound) }
        let count = headframe_zstd_compress(context, &buffer, buffer.count, bytes, bytes.count, 1)
        guard count >= 0, let count = Int(exactly: count) else { return nil }
        return Array(buffer[..<count])
    }

    /// The `count` bytes that were compressed to `bytes`; nil for anything else.
    func restored(_ bytes: UnsafeRawBufferPointer, count: Int) -> [UInt8]? {
        guard let context, count >= 0, count <= Self.largest else { return nil }
        var restored = [UInt8](repeating: 0, count: count)
        let code = headframe_zstd_decompress(context, &restored, count, bytes.baseAddress, bytes.count)
        return code == 0 ? restored : nil
    }

    /// Calls `body` with the `count` bytes that were compressed to `bytes`, which are valid within it; nil for anything else.
    func withRestored<Result>(
        _ bytes: UnsafeRawBufferPointer, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        guard let context, count >= 0, count <= Self.largest else { return nil }
        if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
        return buffer.withUnsafeMutableBytes { memory in
            guard headframe_zstd_decompress(context, memory.baseAddress, count, bytes.baseAddress, bytes.count) == 0
            else { return nil }
            return body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
        }
    }

    /// No chunk is larger: a request is at most 64 MiB and one span may be all of it.
    private static let largest = 128 << 20

    private static let idle = Mutex<[Zstandard]>([])
    private static let mostIdle = 8

    /// Lends one to `body`: making its working memory anew costs as much as compressing a small request.
    static func borrowing<Result>(_ body: (Zstandard) throws -> Result) rethrows -> Result {
        let borrowed = idle.withLock { $0.popLast() } ?? Zstandard()
        defer { idle.withLock { if $0.count < mostIdle { $0.append(borrowed) } } }
        return try body(borrowed)
    }
}
