import ArgumentParser
import Foundation

/// Prints the figures of the project, each beside what it is compared with and what it is to reach.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Bench", abstract: "The figures, each beside its reference; medians of several runs.")

    /// What can be measured by itself.
    enum Group: String, CaseIterable, ExpressibleByArgument {
        case ingest, growth, queries, requests, console, decode, drawing, diff, statistics, rollouts
    }

    @Option(help: "Runs of each figure; medians are printed.")
    var runs = 5

    @Option(help: "Spans of a run of the ingest figures.")
    var spans = 200_000

    @Option(help: "Spans up to which the growth of the cost is measured, and over which the queries are asked.")
    var growth = 1_000_000

    @Option(help: "Only these groups, with commas: \(Group.allCases.map(\.rawValue).joined(separator: ", ")).")
    var only: String = ""

    func validate() throws {
        guard runs >= 1, spans >= 512, growth >= 1024 else {
            throw ValidationError("runs, spans and growth are too small.")
        }
        for name in only.split(separator: ",") where Group(rawValue: String(name)) == nil {
            throw ValidationError(
                "nothing is called '\(name)'; the groups are \(Group.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
    }

    func run() throws {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let programs = Programs(URL(filePath: program).deletingLastPathComponent().path)
        let prose = Prose(megabytes: 16, seed: 1)
        let chosen =
            only.isEmpty ? Group.allCases : only.split(separator: ",").compactMap { Group(rawValue: String($0)) }
        var missed = 0
        print(Figure("figure", "measured", reference: "reference, ratio", reach: "to reach").line)
        for group in chosen {
            for figure in try measure(group, programs, prose) {
                print(figure.line)
                fflush(nil)
                if figure.isReached == false { missed += 1 }
            }
        }
        print(missed == 0 ? "all reached" : "\(missed) missed")
    }

    private func measure(_ group: Group, _ programs: Programs, _ prose: Prose) throws -> [Figure] {
        switch group {
        case .ingest: try IngestFigures(programs: programs, runs: runs, spans: spans, prose: prose).measure()
        case .growth: try GrowthFigures(programs: programs, spans: growth, prose: prose).measure()
        case .queries: try QueryFigures(programs: programs, runs: runs, spans: growth, prose: prose).measure()
        case .requests: try RequestFigures(programs: programs, runs: runs, spans: growth, prose: prose).measure()
        case .console: try ConsoleFigures(programs: programs, prose: prose).measure()
        case .decode: try DecodeFigures(runs: runs, prose: prose).measure()
        case .drawing: try DrawingFigures(runs: runs).measure()
        case .diff: try DiffFigures(runs: runs, prose: prose).measure()
        case .statistics: StatisticsFigures(runs: runs).measure()
        case .rollouts: RolloutFigures().measure()
        }
    }
}
