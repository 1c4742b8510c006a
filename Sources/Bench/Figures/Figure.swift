/// One measured figure beside what it is compared with and what it is to reach.
struct Figure {
    let name: String
    let measured: String
    /// What the same run measured of the thing that it is compared with; empty when the reach is absolute.
    let reference: String
    let reach: String
    /// Whether the reach was reached; nil when only shown.
    let isReached: Bool?

    init(_ name: String, _ measured: String, reference: String = "", reach: String = "", isReached: Bool? = nil) {
        (self.name, self.measured, self.reference, self.reach, self.isReached) = (
            name, measured, reference, reach, isReached
        )
    }

    /// The figure as a line of the table.
    var line: String {
        func cell(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
        }
        let verdict = isReached.map { $0 ? "reached" : "MISSED" } ?? ""
        return cell(name, 50) + cell(measured, 34) + cell(reference, 34) + cell(reach, 26) + verdict
    }
}
