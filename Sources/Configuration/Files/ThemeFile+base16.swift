extension ThemeFile {
    /// Whether a text looks like a base16 scheme: sixteen colours, of which `base00` is the ground.
    static func isBase16(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains {
            $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("base00:")
        }
    }

    /// Reads a base16 or base24 scheme (https://github.com/tinted-theming/home), of the old or of the new shape.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - file: what it is called in messages.
    /// - Throws: which colour is missing, or why the text is no YAML.
    public init(base16 text: String, file: String) throws(ConfigurationError) {
        let values = try YAMLFile(text, name: file).scalars()
        var palette: [String: String] = [:]
        for name in Self.base16Names {
            guard let value = values[name], !value.isEmpty else {
                throw ConfigurationError([
                    ConfigurationProblem(
                        file: file, message: "this is no base16 scheme: the colour \(name) is missing")
                ])
            }
            palette[name] = value.hasPrefix("#") ? value : "#" + value
        }
        guard let name = values["slug"] ?? values["name"] ?? values["scheme"], !name.isEmpty else {
            throw ConfigurationError([
                ConfigurationProblem(file: file, message: "a base16 scheme needs a name: add the key name")
            ])
        }
        let variant = values["variant"].flatMap(Variant.init) ?? Self.variant(ground: palette["base00"] ?? "")
        self.init(imported: Self.slug(name), variant, palette: palette, roles: Self.base16Roles)
    }

    /// The ground of a theme that does not say for which it is made.
    static func variant(ground: String) -> Variant {
        guard ground.utf8.count == 7, let value = UInt32(ground.dropFirst(), radix: 16) else { return .dark }
        let (red, green, blue) = (value >> 16, value >> 8 & 0xFF, value & 0xFF)
        return red * 3 + green * 6 + blue > 1_275 ? .light : .dark
    }

    /// A name as it is typed: `Tomorrow Night` becomes `tomorrow-night`.
    static func slug(_ name: String) -> String {
        name.lowercased().split { $0 == " " || $0 == "/" || $0 == "\t" }.joined(separator: "-")
    }

    private static let base16Names = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }

    /// What each colour of a scheme stands for, after its styling guide: 08 is red, 0A yellow, 0B green, 0D blue, 00 to 07 lead from the
    /// ground to the strongest letters.
    private static let base16Roles: [String: String] = [
        "text": "base05 on base00", "text.muted": "base04", "text.inverse": "base00 on base05",
        "text.strong": "base07 bold", "frame": "base04", "frame.focused": "base0D", "title": "base07 bold",
        "key": "base0D bold", "selection": "on base02", "cursor": "on base03", "match": "base00 on base0A",
        "tab.active": "base0D bold underline", "status.ok": "base0B", "status.warning": "base0A",
        "status.critical": "base08 bold", "status.unknown": "base0E", "status.stale": "base04 italic",
        "diff.added": "base0B", "diff.removed": "base08", "diff.added.emphasis": "base00 on base0B bold",
        "diff.removed.emphasis": "base00 on base08 bold", "chart.series.1": "base0D", "chart.series.2": "base0A",
        "chart.series.3": "base08", "chart.series.4": "base0C", "chart.series.5": "base0E", "chart.series.6": "base0B",
        "chart.series.7": "base09", "chart.series.8": "base05", "chart.axis": "base04", "chart.threshold": "base08",
        "chart.mark": "base09", "chart.heat.1": "base04", "chart.heat.2": "base0A", "chart.heat.3": "base09",
        "chart.heat.4": "base08", "rollout.baseline": "base0D", "rollout.canary": "base0A",
        "approval.pending": "base00 on base0A bold", "input": "base06 on base01", "dialog": "on base01",
        "toast": "base06 on base02",
    ]
}
