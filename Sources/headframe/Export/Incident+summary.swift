import Drawing
import Storage

extension Incident {
    /// What it holds, in one line.
    var summary: String {
        [
            (traces, "traces"), (spans, "spans"), (logs, "log records"), (scores, "scores"), (feedback, "feedback"),
            (marks, "marks"),
        ].map { "\(Format.grouped(Int($0))) \($1)" }.joined(separator: ", ")
    }
}
