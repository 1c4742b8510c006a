/// A request whose texts have their numbers.
struct RequestTexts {
    let prepared: PreparedTelemetry
    private let stringIDs: [UInt32]
    private let labelIDs: [ContextIDs.Label]

    init(
        _ prepared: PreparedTelemetry, strings: inout TextRegister, labels: inout TextRegister
    ) throws {
        self.prepared = prepared
        var stringIDs: [UInt32] = []
        for text in prepared.strings { stringIDs.append(try strings.id(of: text)) }
        var labelIDs: [ContextIDs.Label] = []
        for text in prepared.labels {
            let hash = Int64(bitPattern: StableHash.hash(text) >> 1)
            labelIDs.append(ContextIDs.Label(id: try labels.id(of: text), hash: hash))
        }
        (self.stringIDs, self.labelIDs) = (stringIDs, labelIDs)
    }

    /// The number of a string of the request, which then stands in the segment; 0 for none.
    @inline(__always)
    func string(_ index: PreparedTelemetry.TextIndex, in segment: SegmentWriter) throws -> UInt32 {
        guard index != 0 else { return 0 }
        let id = stringIDs[Int(index) - 1]
        if !segment.strings.contains(id) { try segment.strings.insert(id, prepared.strings[Int(index) - 1]) }
        return id
    }

    /// The number and hash of a label of the request, which then stands in the segment.
    @inline(__always)
    func label(_ index: PreparedTelemetry.TextIndex, in segment: SegmentWriter) throws -> ContextIDs.Label {
        guard index != 0 else { return ContextIDs.Label() }
        let label = labelIDs[Int(index) - 1]
        if !segment.labels.contains(label.id) { try segment.labels.insert(label.id, prepared.labels[Int(index) - 1]) }
        return label
    }
}
