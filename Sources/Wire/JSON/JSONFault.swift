/// What is wrong with a JSON document and at which byte.
struct JSONFault: Error {
    enum Kind {
        case malformed, tooDeep, tooLarge, busy
    }

    let reason: StaticString
    /// Offset of the byte at which reading stopped.
    let offset: Int
    var kind = Kind.malformed
}
