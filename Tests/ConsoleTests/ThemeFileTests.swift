import Drawing
import Foundation
import Testing

/// The themes that come with Headframe beyond the built-in ones. (That they are good YAML is Configuration's business; here a
/// reader of `key: value` lines is enough.)
@Suite("Theme files")
struct ThemeFileTests {
    struct File: CustomStringConvertible {
        let fields: [String: String]
        let palette: [String: String]
        let roles: [String: String]
        var description: String { fields["name"] ?? "" }

        var theme: Theme {
            let base = Theme.builtIn.first { $0.name == fields["inherits"] } ?? .dark
            return Theme(name: description, inherits: base, palette: palette, roles: roles)
        }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes")
        .standardized
    static let files: [File] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map(read)
        }
    }()

    static func read(_ text: String) -> File {
        var sections: [String: [String: String]] = [:]
        var section = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            // In YAML a comment begins at a blank and a number sign, unless the value is quoted.
            let line = line.contains("\"") ? line : line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 1 || parts[1].isEmpty {
                section = parts[0]
            } else {
                let isInside = line.hasPrefix(" ")
                sections[isInside ? section : "", default: [:]][parts[0]] = parts[1].trimmingCharacters(in: ["\""])
            }
        }
        return File(
            fields: sections[""] ?? [:], palette: sections["palette"] ?? [:], roles: sections["roles"] ?? [:])
    }

    @Test("there are the five that are promised")
    func names() {
        #expect(
            Self.files.map(\.description).sorted() == [
                "colour-blind", "gruvbox", "high-contrast", "nord", "solarized-light",
            ])
    }

    @Test(
        "every value is understood, every colour of the palette is used, and the variant is that of its ground",
        arguments: files)
    func values(file: File) {
        #expect(file.theme.warnings == [])
        let words = Set(file.roles.values.flatMap { $0.split(separator: " ").map(String.init) })
        #expect(Set(file.palette.keys).subtracting(words).isEmpty)
        #expect(file.fields["variant"] == file.fields["inherits"])
    }

    @Test("letters have the contrast that WCAG asks for, on every ground", arguments: files, [ColourDepth.truecolour])
    func contrast(file: File, depth: ColourDepth) {
        let palette = Palette(file.theme, depth: depth)
        let asked = file.description == "high-contrast" ? 7.0 : 4.5
        for role in Role.allCases {
            for ground in [nil, Role.selection, .dialog, .toast] {
                let paint = palette.paint(for: Style(role, on: ground))
                let isSoft = [.frame, .chartAxis].contains(role) || ground == .selection || ground == .toast
                let contrast = Self.contrast(paint.foreground, paint.background)
                #expect(contrast >= (isSoft ? 3 : asked), "\(role.name) on \(ground?.name ?? "nothing"): \(contrast)")
            }
        }
    }

    /// The contrast of two colours of 24 bits (WCAG 2.2).
    private static func contrast(_ one: Int32, _ other: Int32) -> Double {
        func luminance(_ colour: Int32) -> Double {
            let channels = [16, 8, 0].map { shift -> Double in
                let value = Double(UInt8(truncatingIfNeeded: colour >> Int32(shift))) / 255
                return value <= 0.04045 ? value / 12.92 : Foundation.pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        }
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
