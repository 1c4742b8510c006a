import Domain
import Yams

/// A release as people keep it in Git: YAML with `prompt` (such as `support-answer@7`) and, where they differ from the prompt's, `app`,
/// `model`, `parameters`, `index`, `guardrails`; `message` says why.
public enum ReleaseFile {
    /// Reads the file at `path`.
    ///
    /// - Throws: what is wrong in it, with its line, or why it cannot be read.
    public static func load(_ path: String) throws(ConfigurationError) -> ReleaseDraft {
        try parse(try TextFile.read(path, isOptional: false) ?? "", file: path)
    }

    /// Reads a file.
    ///
    /// - Parameter file: what it is called in messages.
    /// - Throws: what is wrong in it, with its line.
    public static func parse(_ text: String, file: String) throws(ConfigurationError) -> ReleaseDraft {
        guard let root = try YAMLFile(text, name: file).compose(), let mapping = root.mapping else {
            throw problem(file, line: 1, "must say at least which prompt, such as 'prompt: support-answer@7'")
        }
        let json: JSON
        do throws(PromptHeaderError) {
            json = try root.json()
        } catch {
            throw problem(file, line: error.line, error.message)
        }
        do throws(MalformedCommand) {
            return try ReleaseDraft(json)
        } catch {
            let key = String(error.reason.prefix { $0 != ":" })
            throw problem(file, line: mapping[key]?.mark?.line, error.reason)
        }
    }

    private static func problem(_ file: String, line: Int?, _ message: String) -> ConfigurationError {
        ConfigurationError([ConfigurationProblem(file: file, line: line, message: message)])
    }
}
