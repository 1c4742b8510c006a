import Domain
import Statistics
import Testing

/// Evaluation and drift, equal to independent implementations: every case of every file in the folder `drift`.
@Suite struct DriftVectors {
    @Test func everyCaseComesOut() throws {
        for (name, file) in try VectorFolder.files(in: "drift") {
            let cases = try file.list("cases")
            #expect(!cases.isEmpty, "no cases in \(name)")
            let check = try checker(for: file.text("name"), in: name)
            for item in cases { try check("\(name) \(item.text("id"))", item) }
        }
    }

    /// What checks a case of a file of this kind.
    private func checker(for kind: String, in file: String) -> (String, JSON) throws -> Void {
        switch kind {
        case "rouge": rouge
        case "stats": statistics
        default: { name, _ in Issue.record("\(name) is of no kind that is known: \(kind)") }
        }
    }
}
