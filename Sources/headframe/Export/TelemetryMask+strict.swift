import Domain
import Redaction
import Storage
import Wire

extension TelemetryMask {
    /// Takes everything out that may be private, of every kind, by its looks.
    static let strict: TelemetryMask = {
        // What was redacted when it came has marks of ours.
        let policy = RedactionPolicy(kinds: .all, content: .masked, quotesMarks: false)
        return TelemetryMask { text in
            var (counts, text) = (RedactionCounts(), text)
            let masked = text.withUTF8 { policy.masker.masked(UnsafeRawBufferPointer($0), counts: &counts) }
            return masked.map { String(decoding: $0, as: UTF8.self) } ?? text
        } span: { parts in
            OTLP.masked(span: EncodedItem(parts), policy).map(EncodedParts.init)
        } log: { parts in
            OTLP.masked(log: EncodedItem(parts), policy).map(EncodedParts.init)
        }
    }()
}

extension EncodedItem {
    fileprivate init(_ parts: EncodedParts) {
        self.init(message: parts.message, resource: parts.resource, scope: parts.scope)
    }
}

extension EncodedParts {
    fileprivate init(_ item: EncodedItem) {
        self.init(message: item.message, resource: item.resource, scope: item.scope)
    }
}
