import Foundation
import Testing

@testable import Drawing

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

    @Test("there are the six that are promised")
    func names() {
        #expect(
            Self.files.map(\.description).sorted() == [
                "colour-blind", "colour-blind-light", "gruvbox", "high-contrast", "nord", "solarized-light",
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
                let contrast = ColourVision.contrast(Self.rgb(paint.foreground), Self.rgb(paint.background))
                #expect(contrast >= (isSoft ? 3 : asked), "\(role.name) on \(ground?.name ?? "nothing"): \(contrast)")
            }
        }
    }

    @Test("what differs in meaning differs to everyone's eyes where a theme promises it", arguments: files)
    func colourVision(file: File) {
        guard file.description.hasPrefix("colour-blind") else { return }
        let palette = Palette(file.theme, depth: .truecolour)
        let groups: [[Role]] = [
            [.statusOk, .statusWarning, .statusCritical], [.diffAdded, .diffRemoved],
            [.rolloutBaseline, .rolloutCanary], [.chartSeries1, .chartSeries2, .chartSeries3],
        ]
        for vision in ColourVision.allCases {
            for group in groups {
                let seen = group.map { vision.seen(Self.rgb(palette.paint(for: Style($0)).foreground)) }
                for (index, one) in seen.enumerated() {
                    for other in seen[(index + 1)...] {
                        let distance = one.squaredDistance(to: other).squareRoot()
                        #expect(distance >= 0.09, "\(file) \(vision) \(group): \(distance)")
                    }
                }
            }
        }
    }

    private static func rgb(_ colour: Int32) -> (UInt8, UInt8, UInt8) {
        func byte(_ shift: Int32) -> UInt8 { UInt8(truncatingIfNeeded: colour >> shift) }
        return (byte(16), byte(8), byte(0))
    }
}
