import ArgumentParser
import Configuration
import Domain
import Drawing
import Foundation
import Storage

/// Which calls a command looks at.
struct FilterOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only calls that match: status:error model:gpt-4o,gpt-4o-mini latency>3s -release:r42.", valueName: "filter"
        ), completion: .custom { words, _, typed in completions(of: typed, in: words) })
    var filter: String = ""

    /// The filter that the option says.
    func parsed() throws -> Filter {
        do { return try Filter(parsing: filter) } catch {
            throw ValidationError("--filter: \(error)\n  \(filter)\n  \(String(repeating: " ", count: error.offset))^")
        }
    }

    /// What the filter that is being typed could become, as the store that the words of the command line name knows it.
    private static func completions(of typed: String, in words: [String]) -> [String] {
        let named = words.firstIndex(of: "--store").flatMap { words.dropFirst($0 + 1).first }
        let path = named ?? StorePath.standard(environment: ProcessInfo.processInfo.environment)
        let lastDay = TimeRange(last: .hours(24), before: SystemClock().now())
        guard let vocabulary = try? StoreReader.open(path).vocabulary(lastDay) else { return [] }
        let scalars = Array(typed.unicodeScalars)
        return Filter.completions(of: typed, at: scalars.count, vocabulary: vocabulary).map { completion in
            var text = String.UnicodeScalarView(scalars.prefix(completion.replaced.lowerBound))
            text += completion.text.unicodeScalars
            return Text.sanitized(String(text))
        }
    }
}
