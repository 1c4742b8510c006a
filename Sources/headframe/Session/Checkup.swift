import Configuration
import Domain
import Drawing
import Foundation
import Storage

/// The findings of a doctor, in words.
struct Checkup {
    private var lines: [String] = []
    private(set) var hasTrouble = false

    /// The findings, one a line, `ok`, `!` or `x` before each.
    var text: String { lines.joined(separator: "\n") }

    private mutating func fine(_ what: String) { lines.append("ok  " + Text.sanitized(what)) }
    private mutating func note(_ what: String) { lines.append("!   " + Text.sanitized(what)) }
    private mutating func trouble(_ what: String) {
        hasTrouble = true
        lines += what.split(separator: "\n").map { "x   " + Text.sanitized(String($0)) }
    }

    mutating func configuration(_ file: String?) {
        let environment = ProcessInfo.processInfo.environment
        let paths = file.map(ConfigurationPaths.init(configuration:)) ?? ConfigurationPaths(environment: environment)
        do throws(ConfigurationError) {
            _ = try Configuration.load(paths, isNamed: file != nil)
            let exists = FileManager.default.fileExists(atPath: paths.configuration)
            fine("configuration: \(exists ? paths.configuration : "none, the defaults are used")")
        } catch {
            trouble("configuration: \(error.description)")
        }
    }

    mutating func store(_ path: String) {
        do {
            let reader = try StoreReader.open(path)
            let summary = try reader.summary()
            fine("store: \(path), \(Format.grouped(Int(summary.spans))) spans, \(Format.count(Double(summary.bytes)))B")
            for problem in reader.check(within: 20) { trouble("store: \(problem)") }
            guard let collector = summary.collector else {
                note("collector: not running on this store; start headframed --store \(path)")
                return
            }
            if let problem = collector.trouble {
                trouble("collector: \(problem)")
            } else {
                let behind = Format.duration(seconds: collector.behind.seconds)
                fine(
                    "collector: running (pid \(collector.processID)), OTLP/HTTP on \(collector.http), \(behind) behind")
            }
        } catch {
            trouble("store: \(error)")
        }
    }

    mutating func terminal() {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["TERM"] ?? ""
        name.isEmpty ? note("terminal: TERM is not set") : fine("terminal: \(name)")
        let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
        if locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8") {
            fine("locale: \(locale)")
        } else {
            note("locale: '\(locale)' is not UTF-8; the console tries C.UTF-8, else it draws with ASCII")
        }
        lines += ["", "    braille ⣀⡠⠤⠒⠉⠑⢄⡠⠊⠉   blocks ▁▂▃▄▅▆▇█   lines ┌─┬─┐   marks ▲ ▼ ● ◆ ✓   wide 漢字"]
        lines.append("    If a chart's dots do not line up in your font, set console.glyphs to block or ascii.")
    }
}
