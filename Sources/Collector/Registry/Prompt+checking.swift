import Domain
import PromptDiff

extension Prompt {
    /// Checks what clients should have checked: templates that cannot be read, variables that are used and not declared.
    ///
    /// - Throws: the first few mistakes, with the message and the line in it.
    func checkTemplates() throws(ControlRefusal) {
        let mistakes = TemplateReport(self).mistakes
        guard !mistakes.isEmpty else { return }
        let texts = mistakes.prefix(5).map { finding in
            let role = messages.indices.contains(finding.message) ? messages[finding.message].role : "?"
            return "message \(finding.message + 1) (\(role)), \(finding.mistake)"
        }
        throw ControlRefusal(.invalid, "pushing \(name): " + texts.joined(separator: "; "))
    }
}
