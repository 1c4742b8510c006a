import Diagnosis
import Domain

/// What a pane wanted to know.
public enum Answer: Sendable {
    case overview(OverviewAnswer)
    case requests(RequestsAnswer)
    case vocabulary(FilterVocabulary)
    case request(RequestAnswer)
    case reading(ReadingAnswer)
    case health(HealthAnswer)
    case session(SessionAnswer)
    case board(BoardAnswer)
    case alert(AlertAnswer)
    case dossier(IncidentDossier)
    case preview(AlertPreview)
    case prompts(PromptsAnswer)
    case comparison(ComparisonAnswer)
    case evaluations(EvaluationsAnswer)
    case audit(AuditAnswer)
    case rollouts([Rollout])
    case rollout(RolloutDetail?)
}
