import Foundation

/// `headframe`, run as a script would.
struct CommandLineProgram {
    /// A run that did not end well.
    struct Failure: Error { let text: String }

    let path: String

    /// What it prints on standard output.
    func output(_ arguments: [String]) throws -> Data {
        let process = Process()
        let (out, errors) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        (process.standardOutput, process.standardError) = (out, errors)
        try process.run()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(text: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
        }
        return data
    }

    /// The LLM calls that `stats` counts in `store` over the last day.
    func calls(_ store: String) throws -> Int {
        let data = try output(["stats", "--store", store, "--last", "24h", "--json"])
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return (object?["total"] as? [String: Any])?["calls"] as? Int ?? 0
    }
}
