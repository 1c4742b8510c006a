import Domain

/// The bytes of three ids, in a place where they stay while a statement is bound to them.
final class IdentityBytes {
    private let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 8)

    deinit { bytes.deallocate() }

    @inline(__always)
    func set(_ trace: TraceID, _ span: SpanID, parent: SpanID?) {
        bytes.storeBytes(of: trace.high.bigEndian, toByteOffset: 0, as: UInt64.self)
        bytes.storeBytes(of: trace.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        bytes.storeBytes(of: span.value.bigEndian, toByteOffset: 16, as: UInt64.self)
        bytes.storeBytes(of: (parent?.value ?? 0).bigEndian, toByteOffset: 24, as: UInt64.self)
    }

    var traceID: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[0..<16]) }
    var spanID: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[16..<24]) }
    var parentID: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[24..<32]) }
}
