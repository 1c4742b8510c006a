import Drawing

/// How many rollouts wait for approval, for the header of every pane.
struct RolloutsBadge {
    private let count: Int

    /// Nil when none does.
    init?(_ state: ConsoleState) {
        count = state.rollouts.waiting.count
        if count == 0 { return nil }
    }

    /// `◆ 2 approvals`; in a narrow window `◆ 2`.
    func text(isWide: Bool) -> StyledText {
        let words = isWide ? (count == 1 ? " approval" : " approvals") : ""
        return StyledText("◆ \(Format.count(count))\(words)", .approvalPending)
    }
}
