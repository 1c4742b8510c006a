import Domain
import Drawing

extension PromptHistory {
    /// What reviewers say of a version, as one sign and words.
    func reviewText(of version: PromptVersionSummary) -> StyledText {
        let reviews = standingReviews(of: version.digest)
        if let objection = reviews.last(where: { $0.verdict == .requestChanges }) {
            return StyledText("✖ changes: \(Format.person(objection.principal))", .statusWarning)
        }
        let approvals = reviews.filter { $0.verdict == .approve && $0.principal != version.author }
        guard let last = approvals.last else { return StyledText("· none", .textMuted) }
        let more = approvals.count > 1 ? " +\(approvals.count - 1)" : ""
        return StyledText("✓ \(Format.person(last.principal))\(more)", .statusOk)
    }

    /// The labels of a version, `production` set apart.
    func labelText(of version: Int) -> StyledText {
        .joined(
            labels(on: version).map { StyledText($0, $0 == "production" ? .rolloutBaseline : .rolloutCanary) },
            separator: StyledText(" "))
    }
}
