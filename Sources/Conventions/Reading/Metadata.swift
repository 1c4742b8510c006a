import Domain

/// The free-form JSON that clients attach to spans, in which frameworks hide sessions. Read only when it can hold what is wanted.
struct Metadata {
    private let values: FieldValues
    private let bytes: ArraySlice<UInt8>?
    private var json: JSON?

    init(_ values: FieldValues) {
        self.values = values
        bytes = values.bytes(.metadata)
    }

    /// The first text under one of `names`.
    mutating func text(_ names: StaticString...) -> String? {
        guard let bytes, names.contains(where: { bytes.contains(ascii: $0) }) else { return nil }
        let parsed = json ?? values.json(.metadata) ?? .null
        json = parsed
        return names.lazy.compactMap { parsed["\($0)"]?.said }.first
    }
}

extension ArraySlice<UInt8> {
    /// Whether the characters of `text` stand somewhere in these bytes.
    func contains(ascii text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            withUnsafeBufferPointer { bytes in
                guard let first = wanted.first, bytes.count >= wanted.count else { return wanted.isEmpty }
                for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
                    if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
                }
                return false
            }
        }
    }
}
