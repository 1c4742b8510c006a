import Domain

extension SampleData.Prompt {
    /// Reads a prompt: a header of `key: value` lines between two lines of `---`, then the text.
    init(file: String, text contents: String) throws(SampleDataError) {
        let lines = contents.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw .malformed(file: file, line: 1, reason: "the header between two lines of --- is missing")
        }
        var header: [Substring: Substring] = [:]
        for line in lines[1..<end] {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            header[parts[0]] = parts[1].drop { $0 == " " }
        }
        func value(_ key: Substring) throws(SampleDataError) -> String {
            guard let value = header[key] else {
                throw .malformed(file: file, line: end + 1, reason: "the header has no “\(key)”")
            }
            return String(value)
        }
        guard let temperature = Double(try value("temperature")), let maximumTokens = Int(try value("max_tokens"))
        else {
            throw .malformed(file: file, line: end + 1, reason: "temperature and max_tokens must be numbers")
        }
        let text = lines[(end + 1)...].joined(separator: "\n")
        self.init(
            name: try value("name"), version: try value("version"), release: try value("release"),
            model: try value("model"), temperature: temperature, maximumTokens: maximumTokens, text: text,
            instructions: JSON.array([MessageText.text(text)]).text, tokens: text.estimatedTokens)
    }
}
