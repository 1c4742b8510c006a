/// What is wrong with a message and at which byte. Trivial, so that throwing costs the reader nothing; `WireError` says it in words.
struct WireFault: Error, Equatable {
    enum Reason {
        case truncated, longVarint, badTag, badGroup, nestedMessages, nestedValues
        case manyItems, manyResources, manyRecords, manyBytes, busy
    }

    let reason: Reason
    /// Offset of the byte at which reading stopped.
    let offset: Int
}
