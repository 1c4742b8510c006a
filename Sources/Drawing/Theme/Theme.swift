/// Colours for roles. A role that a theme does not name looks as its fallback does.
public struct Theme: Hashable, Sendable {
    /// What people choose it by.
    public let name: String
    /// What each role looks like, as far as it is said.
    public let appearances: [Role: Appearance]
    /// What was not understood when the theme was read, in sentences for people; empty for a good theme.
    public let warnings: [String]

    init(name: String, _ appearances: [Role: Appearance], warnings: [String] = []) {
        self.name = name
        self.appearances = appearances
        self.warnings = warnings
    }

    /// A theme from the parsed content of a file. Mistakes become warnings; the rest of the theme works.
    /// - Parameters:
    ///   - name: what people choose it by.
    ///   - base: the theme whose values stand where this one has none.
    ///   - palette: names for colours, such as `amber: "#e0b040"`.
    ///   - roles: role names to values, such as `status.warning: "amber bold"` or `selection: "on #304050"`.
    public init(name: String, inherits base: Theme, palette: [String: String] = [:], roles: [String: String]) {
        var warnings: [String] = []
        var colours: [String: Colour] = [:]
        for (key, value) in palette.sorted(by: { $0.key < $1.key }) {
            if let colour = Colour(value) {
                colours[key] = colour
            } else {
                warnings.append("theme \(name): palette \(key): \"\(value)\" is no colour (#rrggbb, 0-255 or a name)")
            }
        }
        var appearances = base.appearances
        for (key, value) in roles.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(named: key) else {
                warnings.append("theme \(name): there is no role \"\(key)\"")
                continue
            }
            do {
                appearances[role] = try Appearance(parsing: value, palette: colours)
            } catch {
                warnings.append("theme \(name): \(key): \"\(error.word)\" is neither a colour nor an attribute")
            }
        }
        self.name = name
        self.appearances = appearances
        self.warnings = warnings
    }

    /// What the role looks like, with what its fallbacks fill in.
    public func appearance(of role: Role) -> Appearance {
        var found = appearances[role] ?? Appearance()
        var attributesAreKnown = appearances[role] != nil
        var next = role.fallback
        while let role = next {
            if let appearance = appearances[role] {
                found.foreground = found.foreground ?? appearance.foreground
                found.background = found.background ?? (role == .text ? nil : appearance.background)
                if !attributesAreKnown, role != .text { found.attributes = appearance.attributes }
                attributesAreKnown = true
            }
            next = role.fallback
        }
        return found
    }
}
