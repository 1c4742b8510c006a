/// What the calls of one series have in common; ids of texts, 0 for unknown.
struct SeriesKey: Hashable {
    var environment: UInt32
    var service: UInt32
    var operation: UInt32
    var model: UInt32
    var promptName: UInt32
    var promptVersion: UInt32
    var release: UInt32
    /// Whether it is the total of the LLM calls of an environment and service; the other parts are then 0.
    var isTotal = false
}
