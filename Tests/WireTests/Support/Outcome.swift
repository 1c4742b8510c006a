import Domain
import Wire

/// What became of a request, as far as an answer tells.
enum Outcome: Equatable {
    case stored
    /// Stored but for so many spans.
    case partial(Int)
    case malformed
    case tooDeep
    case tooLarge
    case busy

    init(_ read: () throws(WireError) -> TelemetryBatch) {
        do throws(WireError) {
            let batch = try read()
            self = if let rejected = batch.rejected { .partial(rejected.count) } else { .stored }
        } catch {
            self =
                switch error {
                case .malformed: .malformed
                case .tooDeep: .tooDeep
                case .tooLarge: .tooLarge
                case .busy: .busy
                }
        }
    }
}
