/// What lies over the pane and takes the keys.
enum Overlay: Sendable {
    case help(Help)
    case picker(Picker)
    case prompt(Prompt)
    case editor(Editor)
    case decision(Decision)
}
