extension ThemeFile {
    /// Reads a theme of btop: lines such as `theme[main_bg]="#282a36"`. What it leaves empty or does not name stays as in the dark theme.
    ///
    /// - Parameters:
    ///   - text: the theme.
    ///   - file: what it is called in messages; its last part without the ending is the theme's name.
    /// - Throws: that there is no theme in it.
    public init(btop text: String, file: String) throws(ConfigurationError) {
        var palette: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let (name, value) = Self.entry(line) else { continue }
            palette[name] = Self.colour(value)
        }
        guard palette["main_fg"] != nil else {
            throw ConfigurationError([
                ConfigurationProblem(file: file, message: "this is no theme of btop: it has no theme[main_fg]")
            ])
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        // An empty ground is btop's word for the terminal's own.
        palette["main_bg"] = palette["main_bg"] ?? "default"
        var roles: [String: String] = [:]
        for (role, words) in Self.btopRoles {
            // A colour that the theme does not have leaves the role as it is.
            let colours = words.split(separator: " ").filter { $0.contains("_") || $0 == "title" }
            if colours.allSatisfy({ palette[String($0)] != nil }) { roles[role] = words }
        }
        let variant = Self.variant(ground: palette["main_bg"] ?? "")
        self.init(
            imported: Self.slug(name.hasSuffix(".theme") ? String(name.dropLast(6)) : name), variant, palette: palette,
            roles: roles)
    }

    /// `theme[NAME]="VALUE"`; nil for any other line, and where there is no value.
    private static func entry(_ line: Substring) -> (name: String, value: Substring)? {
        guard line.hasPrefix("theme["), let end = line.firstIndex(of: "]") else { return nil }
        let name = line[..<end].dropFirst(6)
        let rest = line[end...].dropFirst().drop { $0 == " " }
        guard rest.hasPrefix("=") else { return nil }
        let quoted = rest.dropFirst().drop { $0 == " " }
        guard let quote = quoted.first, quote == "\"" || quote == "'" else { return nil }
        let value = quoted.dropFirst().prefix { $0 != quote }
        return value.isEmpty ? nil : (String(name), value)
    }

    /// `#282a36`, `#28` (a grey) or `40 42 54`.
    private static func colour(_ value: Substring) -> String {
        let parts = value.split(separator: " ").compactMap { UInt8($0) }
        guard parts.count == 3 else { return String(value) }
        return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static let btopRoles: [String: String] = [
        "text": "main_fg on main_bg", "text.muted": "inactive_fg", "text.inverse": "main_bg on main_fg",
        "text.strong": "title bold", "frame": "div_line", "frame.focused": "cpu_box", "title": "title bold",
        "key": "hi_fg bold", "selection": "selected_fg on selected_bg", "cursor": "selected_fg on selected_bg",
        "tab.active": "hi_fg bold underline", "chart.axis": "graph_text", "chart.series.1": "cpu_start",
        "chart.series.2": "cpu_mid", "chart.series.3": "cpu_end", "chart.series.4": "download_start",
        "chart.series.5": "upload_start", "chart.series.6": "free_start", "chart.series.7": "cached_start",
        "chart.series.8": "available_start", "chart.heat.1": "inactive_fg", "chart.heat.2": "temp_start",
        "chart.heat.3": "temp_mid", "chart.heat.4": "temp_end", "dialog": "on main_bg",
    ]
}
