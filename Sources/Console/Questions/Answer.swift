/// What a pane wanted to know.
public enum Answer: Sendable {
    case overview(OverviewAnswer)
}
