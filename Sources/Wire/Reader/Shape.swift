/// Where a message keeps the lists that limits apply to.
struct Shape {
    /// Messages within a message, of which at most so many are kept.
    struct Children {
        let field: UInt32
        /// The field that counts those that were left out.
        let dropped: UInt32
        let limit: @Sendable (WireLimits) -> Int
        let attributes: UInt32
        let droppedAttributes: UInt32
    }

    let attributes: UInt32
    /// The field that counts the attributes that were left out.
    let droppedAttributes: UInt32
    var body: UInt32?
    var children: [Children] = []

    static let resource = Shape(attributes: 1, droppedAttributes: 2)
    static let scope = Shape(attributes: 3, droppedAttributes: 4)
    static let logRecord = Shape(attributes: 6, droppedAttributes: 7, body: 5)
    static let span = Shape(
        attributes: 9, droppedAttributes: 10,
        children: [
            Children(field: 11, dropped: 12, limit: { $0.events }, attributes: 3, droppedAttributes: 4),
            Children(field: 13, dropped: 14, limit: { $0.links }, attributes: 4, droppedAttributes: 5),
        ])
}
