import Domain
import Statistics
import Testing

/// Evaluation and drift, equal to independent implementations: every case of every file in the folder `drift`.
@Suite struct DriftVectors {
    @Test func everyCaseComesOut() throws {
        for (name, file) in try VectorFolder.files(in: "drift") {
            let cases = try file.list("cases")
            #expect(!cases.isEmpty, "no cases in \(name)")
            let check = try checker(for: file.text("name"))
            for item in cases {
                // A case that cannot be read does not keep the others from being checked.
                let title = "\(name) \(item["id"]?.string ?? "without id")"
                do { try check(title, item) } catch { Issue.record("\(title): \(error)") }
            }
        }
    }

    /// What checks a case of a file of this kind.
    private func checker(for kind: String) -> (String, JSON) throws -> Void {
        switch kind {
        case "rouge": rouge
        case "stats": statistics
        case "numeric_two_sample": numbers
        case "categorical_counts": counts
        case "quantiles": quantiles
        case "log_odds": logOdds
        case "hashed_embedding": hashedEmbedding
        case "mmd": discrepancy
        case "sequential": sequential
        // RedactionTests has these.
        case "pii": { _, _ in }
        default: { name, _ in Issue.record("\(name) is of no kind that is known: \(kind)") }
        }
    }
}
