import Comparison
import Domain
import Drawing
import Foundation
import PromptDiff

/// Comparing two versions of a prompt, beside git's comparison of the same words.
struct DiffFigures {
    /// Two texts, the second made out of the first.
    private struct Pair {
        let old: String
        let new: String
    }

    let runs: Int
    let prose: Prose

    func measure() throws -> [Figure] {
        var random = RandomNumbers(seed: 7)
        // 2 000 lines of twelve words.
        let prompt = 130_000
        return [
            try besideGit(pair(bytes: 100_000, changed: 0.05, &random)),
            open("open a comparison of 2 000 lines, 5 % changed", 0.05, pair(bytes: prompt, changed: 0.05, &random)),
            open("the same, all rewritten", 0.05, pair(bytes: prompt, changed: 1, &random)),
            within("compare 5 MB with another 5 MB", 3, pair(bytes: 5 << 20, changed: 1, &random)),
        ]
    }

    /// Every row made, against every row printed; the start of a program is not counted against git.
    private func besideGit(_ pair: Pair) throws -> Figure {
        let name = "compare 100 kB by words, 5 % changed"
        let scratch = try Scratch()
        defer { scratch.remove() }
        let files = [scratch.path + "/old", scratch.path + "/new"]
        try Data(pair.old.utf8).write(to: URL(filePath: files[0]))
        try Data(pair.new.utf8).write(to: URL(filePath: files[1]))
        var (ours, theirs, starts): ([Double], [Double], [Double]) = ([], [], [])
        var rows = 0
        for _ in 0..<max(runs, 15) {
            ours.append(
                Stopwatch.seconds {
                    rows &+= TextDifference(from: pair.old, to: pair.new).rows.reduce(0) { $1.isSame ? $0 : $0 + 1 }
                })
            guard let whole = git(["diff", "--no-index", "--word-diff", "--color=never"] + files),
                let start = git(["version"])
            else {
                return Figure(name, "\(decimals(ours.median * 1000, 1)) ms", reference: "git is not there")
            }
            theirs.append(whole)
            starts.append(start)
        }
        let reference = max(0, theirs.median - starts.median)
        return Figure(
            name, "\(decimals(ours.median * 1000, 1)) ms",
            reference: "git --word-diff \(decimals(reference * 1000, 1)) ms", reach: "≤ git's",
            isReached: ours.median <= reference && rows > 0)
    }

    /// Comparing two prompts in everything, and drawing the first screen of it.
    private func open(_ name: String, _ limit: Double, _ pair: Pair) -> Figure {
        func prompt(_ text: String) -> Prompt {
            Prompt(name: "long", messages: [PromptMessage(role: "system", text: text)])
        }
        let (old, new) = (prompt(pair.old), prompt(pair.new))
        var drawn = 0
        let times = (0..<runs).map { _ in
            Stopwatch.seconds {
                let text = ComparisonText(
                    PromptDifference(from: old, to: new), form: .sideBySide, showsWords: true, isFolded: true,
                    width: 118,
                    glyphs: .braille)
                var canvas = Canvas(width: 118, height: 30)
                text.draw(from: .init(), in: canvas.bounds, on: &canvas)
                drawn &+= canvas.text(row: 0).utf8.count + text.changeCount
            }
        }
        return Figure(
            name, "\(decimals(times.median * 1000, 1)) ms", reach: "≤ \(Int(limit * 1000)) ms",
            isReached: times.median <= limit && drawn > 0)
    }

    /// Comparing, and making as many rows as a screen shows.
    private func within(_ name: String, _ limit: Double, _ pair: Pair) -> Figure {
        var shown = 0
        let times = (0..<runs).map { _ in
            Stopwatch.seconds {
                shown &+= TextDifference(from: pair.old, to: pair.new).rows.prefix(60).reduce(0) {
                    $0 + ($1.new?.runs.count ?? 0)
                }
            }
        }
        return Figure(
            name, "\(decimals(times.median * 1000, 1)) ms", reach: "≤ \(Int(limit * 1000)) ms",
            isReached: times.median <= limit && shown > 0)
    }

    /// How long git takes, in seconds; nil when there is none.
    private func git(_ arguments: [String]) -> Double? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        let out = Pipe()
        (process.standardOutput, process.standardError) = (out, FileHandle.nullDevice)
        let begun = Stopwatch.now()
        guard (try? process.run()) != nil else { return nil }
        _ = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // Of a difference git says 1.
        return process.terminationStatus <= 1 ? Stopwatch.now() - begun : nil
    }

    /// About so many bytes of prose in lines of eight to sixteen words, and the same with a share of its words replaced.
    private func pair(bytes: Int, changed: Double, _ random: inout RandomNumbers) -> Pair {
        let words = prose.piece(bytes, &random).split(separator: 0x20)
        let others = prose.piece(1 << 20, &random).split(separator: 0x20)
        var (old, new): ([UInt8], [UInt8]) = ([], [])
        var left = 0
        for word in words {
            left = left > 0 ? left - 1 : Int(8 + random.next() % 9)
            let space: UInt8 = left == 0 ? 0x0A : 0x20
            old += word + [space]
            new += (random.unit() < changed ? others[Int(random.next() % UInt64(others.count))] : word) + [space]
        }
        return Pair(old: String(decoding: old, as: UTF8.self), new: String(decoding: new, as: UTF8.self))
    }
}
