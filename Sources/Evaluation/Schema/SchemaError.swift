/// Why a value is not of a schema, or a schema cannot be used.
struct SchemaError: Error, CustomStringConvertible {
    /// Where in the value, such as `$.items[2]`.
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }
}
