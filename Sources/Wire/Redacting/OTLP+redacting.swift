import Domain
import Redaction

extension OTLP {
    /// What came of looking for what may not be kept.
    enum Redacted {
        /// The request without it; the same bytes when there was none.
        case readable([UInt8], RedactionCounts)
        /// The bytes are no request, which the reader will say better.
        case malformed
    }

    /// The request without what `policy` does not let into the store.
    static func redacted(
        _ bytes: [UInt8], _ limits: WireLimits, _ reservation: DecodeReservation?, _ policy: RedactionPolicy,
        _ schema: MessageSchema
    ) throws(WireError) -> Redacted {
        guard bytes.count <= limits.bytes else { return .malformed }
        let item: RedactedMessage = schema == .logsRequest ? .logRecord : .span
        return try bytes.withUnsafeBufferPointer { (buffer) throws(WireError) in
            var pass = RedactionPass(
                UnsafeRawBufferPointer(buffer), policy, limits, item: item, reservation: reservation)
            do throws(WireFault) {
                try pass.run()
            } catch {
                if error.reason == .busy { throw .overloaded }
                return .malformed
            }
            guard !pass.edits.isEmpty else { return .readable(bytes, pass.counts) }
            guard bytes.count + pass.growth <= Int(UInt32.max) else {
                throw .tooLarge("the request is larger than can be held")
            }
            return .readable(Edit.apply(pass.edits, to: bytes, growth: pass.growth), pass.counts)
        }
    }
}
