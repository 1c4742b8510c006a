import Domain

/// The form in which rows are written to a file.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// One JSON object a line, as `headframe requests --json` prints it.
    case jsonLines = "jsonl"
    /// Comma-separated values (RFC 4180) with a header; texts that a spreadsheet would take for formulas get a quote before them.
    case csv

    /// The form that the ending of a file's name says; nil for other endings.
    public init?(file name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }

    /// What stands before the first row, its line end included.
    public func header(of columns: [String]) -> String {
        self == .csv ? CSVText.line(columns) + "\r\n" : ""
    }

    /// One row, its line end included.
    public func line(_ members: [JSON.Member]) -> String {
        switch self {
        case .jsonLines: JSON.object(members).text + "\n"
        case .csv: CSVText.line(members.map { CSVText.plain($0.value) }) + "\r\n"
        }
    }
}

extension RequestRow {
    /// The members of an exported call: CSV has columns for the parts of its prompt.
    public func exported(as format: ExportFormat) -> [JSON.Member] {
        guard format == .csv else { return jsonMembers }
        return jsonMembers.flatMap { member -> [JSON.Member] in
            guard member.name == "prompt" else { return [member] }
            return [
                .init("prompt_name", JSON(call.context.promptName)),
                .init("prompt_version", JSON(call.context.promptVersion)),
            ]
        }
    }
}

extension Score {
    /// The members of an exported judgement.
    public var exported: [JSON.Member] {
        [
            .init("trace_id", JSON(traceID?.description)), .init("span_id", JSON(spanID?.description)),
            .init("response_id", JSON(responseID)), .init("name", .string(name)), .init("value", JSON(value)),
            .init("label", JSON(label)), .init("explanation", JSON(explanation)), .init("source", JSON(source)),
            .init("error_type", JSON(errorType)), .init("time", .string(time.rfc3339(.nanoseconds))),
            .init("service", .string(service)), .init("environment", .string(environment)),
        ]
    }
}
