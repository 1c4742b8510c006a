import PromptDiff

extension TextDifference {
    /// The rows as a reviewer would write them on paper: `-` and `+` before the lines, `[changed words]`, `<white space>`; `<` and `>`
    /// before lines that moved away and arrived.
    var marked: [String] {
        rows.flatMap { row in
            switch row {
            case .same(let old, _): ["  \(old.marked)"]
            case .changed(let old, let new): ["- \(old.marked)", "+ \(new.marked)"]
            case .removed(let old, let target): ["\(target == nil ? "-" : "<") \(old.marked)"]
            case .added(let new, let source): ["\(source == nil ? "+" : ">") \(new.marked)"]
            }
        }
    }
}

extension TextLine {
    var marked: String {
        (isRole ? "@" : "")
            + runs.map { run in
                switch run.kind {
                case .same: run.text
                case .changed: "[\(run.text)]"
                case .whitespace: "<\(run.text)>"
                }
            }.joined()
    }
}
