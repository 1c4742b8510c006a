/// A part of a template.
indirect enum TemplateNode {
    case text(String)
    /// Replaced by the value at the path.
    case value(path: String)
    /// Shown when the value is there, once for each element of a list; the second part when it is not.
    case section(path: String, kind: SectionKind, shown: [TemplateNode], otherwise: [TemplateNode])

    /// What a section does with its value.
    enum SectionKind {
        /// Looks into it, element by element.
        case each
        /// Only asks whether it is there.
        case condition
    }
}
