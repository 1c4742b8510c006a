/// How a template marks its variables.
public enum TemplateSyntax: String, Hashable, Sendable, CaseIterable {
    /// `{{name}}`, with sections and comments.
    case mustache
    /// `{name}`, as Python's `str.format` reads it; a brace is written twice.
    case fstring
}
