import Domain

/// Puts the encoded bytes of spans and logs one after the other into chunks that are compressed together: what repeats from one
/// call to the next (system prompts, keys) is then stored once a chunk.
struct ContentPacker {
    private(set) var chunks: [PreparedChunk] = []
    private(set) var resources: [PreparedPart] = []
    private(set) var scopes: [PreparedPart] = []
    private var pending: [UInt8] = []
    private var resourceIndices: [PartKey: Int] = [:]
    private var scopeIndices: [PartKey: Int] = [:]
    private var storedResources: [[UInt8]: Int] = [:]
    private var storedScopes: [[UInt8]: Int] = [:]
    private let zstandard: Zstandard

    private struct PartKey: Hashable {
        var batch: ObjectIdentifier
        var index: Int
    }

    init(_ zstandard: Zstandard) { self.zstandard = zstandard }

    /// Adds the encoded bytes of one span or log record.
    mutating func add(
        _ encoded: ArraySlice<UInt8>, batch: TelemetryBatch, resource: Int, scope: Int
    ) throws -> ContentPlace {
        let resource = part(
            of: batch, at: resource,
            encoded: resource < batch.resources.count ? batch.resources[resource].encoded : .empty,
            parts: &resources, indices: &resourceIndices)
        let scope = part(
            of: batch, at: scope, encoded: scope < batch.scopes.count ? batch.scopes[scope].encoded : .empty,
            parts: &scopes, indices: &scopeIndices)
        return try add(encoded, resource: resource, scope: scope)
    }

    /// Adds one span or log record that was stored before.
    mutating func add(_ stored: EncodedParts) throws -> ContentPlace {
        let resource = Self.index(of: stored.resource, among: &resources, &storedResources)
        let scope = Self.index(of: stored.scope, among: &scopes, &storedScopes)
        return try add(stored.message[...], resource: resource, scope: scope)
    }

    private mutating func add(_ encoded: ArraySlice<UInt8>, resource: Int, scope: Int) throws -> ContentPlace {
        if !pending.isEmpty, pending.count + encoded.count > Self.chunkSize { try closeChunk() }
        let place = ContentPlace(
            chunk: chunks.count, offset: pending.count, count: encoded.count, resource: resource, scope: scope)
        pending.append(contentsOf: encoded)
        return place
    }

    /// Compresses what has been collected.
    mutating func closeChunk() throws {
        guard !pending.isEmpty else { return }
        guard let compressed = zstandard.compressed(pending) else {
            throw StoreError.inputOutput(path: "memory", detail: "no memory to compress contents")
        }
        chunks.append(PreparedChunk(rawCount: pending.count, compressed: compressed))
        pending.removeAll(keepingCapacity: true)
    }

    private func part(
        of batch: TelemetryBatch, at index: Int, encoded: ByteSlice, parts: inout [PreparedPart],
        indices: inout [PartKey: Int]
    ) -> Int {
        let key = PartKey(batch: ObjectIdentifier(batch), index: index)
        if let known = indices[key] { return known }
        let bytes = Array(batch.bytes(encoded))
        let hash = Int64(bitPattern: bytes.withUnsafeBytes(StableHash.hash))
        parts.append(PreparedPart(hash: hash, encoded: bytes))
        indices[key] = parts.count - 1
        return parts.count - 1
    }

    private static func index(
        of bytes: [UInt8], among parts: inout [PreparedPart], _ indices: inout [[UInt8]: Int]
    ) -> Int {
        if let known = indices[bytes] { return known }
        let hash = Int64(bitPattern: bytes.withUnsafeBytes(StableHash.hash))
        parts.append(PreparedPart(hash: hash, encoded: bytes))
        indices[bytes] = parts.count - 1
        return parts.count - 1
    }

    /// Larger chunks compress better; a single call that is asked for costs decompressing one.
    private static let chunkSize = 60_000
}
