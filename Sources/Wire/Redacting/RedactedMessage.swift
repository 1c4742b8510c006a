/// The messages of an export request that hold text, and what their fields are. Everything else in them is looked at as bytes.
enum RedactedMessage {
    case request, resourceItems, resource, scopeItems, scope
    case span, event, link, status, logRecord
    case keyValue, value, array, keyValueList

    enum Field {
        case text
        /// An id of so many bytes; of another length it is nothing that is known.
        case identifier(Int)
        case message(RedactedMessage)
        case unknown
    }

    /// What the field of bytes with this number is.
    ///
    /// - Parameter item: `.span` in a request of spans, `.logRecord` in one of log records.
    @inline(__always)
    func field(_ number: UInt32, item: RedactedMessage) -> Field {
        switch (self, number) {
        case (.keyValue, 1), (.value, 1), (.value, 7): .text
        case (.keyValue, 2), (.array, 1): .message(.value)
        case (.value, 5): .message(.array)
        case (.value, 6): .message(.keyValueList)
        case (.span, 9), (.event, 3), (.link, 4), (.logRecord, 6), (.resource, 1), (.scope, 3), (.keyValueList, 1):
            .message(.keyValue)
        case (.span, 5), (.span, 3), (.event, 2), (.link, 3), (.status, 2), (.logRecord, 3), (.logRecord, 12),
            (.scope, 1),
            (.scope, 2), (.resourceItems, 3), (.scopeItems, 3):
            .text
        case (.span, 1), (.link, 1), (.logRecord, 9): .identifier(16)
        case (.span, 2), (.span, 4), (.link, 2), (.logRecord, 10): .identifier(8)
        case (.span, 11): .message(.event)
        case (.span, 13): .message(.link)
        case (.span, 15): .message(.status)
        case (.logRecord, 5): .message(.value)
        case (.request, 1): .message(.resourceItems)
        case (.resourceItems, 1): .message(.resource)
        case (.resourceItems, 2): .message(.scopeItems)
        case (.scopeItems, 1): .message(.scope)
        case (.scopeItems, 2): .message(item)
        default: .unknown
        }
    }
}
