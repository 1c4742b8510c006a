/// What was found in a template so far.
struct TemplateFindings {
    private(set) var variables: [TemplateVariable] = []
    private(set) var mistakes: [TemplateMistake] = []
    private var names: Set<String> = []

    /// Notes that the variable to which `path` leads is used; nothing when it was before.
    mutating func use(_ name: String, at place: TemplatePlace, in section: String?) {
        // A use outside sections says more than one inside: there it is a variable for certain.
        if names.insert(name).inserted {
            variables.append(TemplateVariable(name: name, place: place, section: section))
        } else if section == nil, let index = variables.firstIndex(where: { $0.name == name && $0.section != nil }) {
            variables[index] = TemplateVariable(name: name, place: variables[index].place, section: nil)
        }
    }

    /// Notes a mistake.
    mutating func mistake(_ message: String, at place: TemplatePlace) {
        guard mistakes.count < Template.mostMistakes else { return }
        mistakes.append(TemplateMistake(place: place, message: message))
    }
}
