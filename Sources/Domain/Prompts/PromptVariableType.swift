/// What may stand in the place of a variable; the names are those of JSON schema.
public enum PromptVariableType: String, Hashable, Sendable, CaseIterable {
    case string, integer, number, boolean, array, object
}
