import Control
import Diagnosis
import Domain

/// What a pane wants to know. A value, so that asking is a matter of the program.
public enum Question: Hashable, Sendable {
    case overview(OverviewQuestion)
    case requests(RequestsQuestion)
    case vocabulary(TimeRange)
    case request(RequestQuestion)
    case reading(ReadingQuestion)
    case health(HealthQuestion)
    case session(SessionQuestion)
    case board(BoardQuestion)
    case alert(AlertQuestion)
    case dossier(DossierQuestion)
    case preview(PreviewQuestion)
    case prompts(PromptsQuestion)
    case comparison(ComparisonQuestion)
    case evaluations(EvaluationsQuestion)
    case audit(AuditQuestion)
    case rollouts(RolloutsQuestion)
    case rollout(RolloutQuestion)

    /// Answers it; may take a while, in which `watch` is told how far it has come and may end it.
    public func answer(from source: some TelemetrySource, watch: SearchWatch = { _ in true }) throws -> Answer {
        switch self {
        case .overview(let question): .overview(try OverviewAnswer.load(question, from: source))
        case .requests(let question): .requests(try RequestsAnswer.load(question, from: source, watch: watch))
        case .vocabulary(let range): .vocabulary(try source.vocabulary(range))
        case .request(let question): .request(try RequestAnswer.load(question, from: source))
        case .reading(let question): .reading(try question.answer(from: source))
        case .health(let question): .health(try HealthAnswer.load(question, from: source))
        case .session(let question): .session(try SessionAnswer.load(question, from: source))
        case .board(let question): .board(try BoardAnswer.load(question, from: source))
        case .alert(let question): .alert(try AlertAnswer.load(question, from: source))
        case .dossier(let question): .dossier(try IncidentDossier.load(question, from: source))
        case .prompts(let question): .prompts(try PromptsAnswer.load(question, from: source))
        case .comparison(let question): .comparison(try ComparisonAnswer.load(question, from: source))
        case .evaluations(let question): .evaluations(try EvaluationsAnswer.load(question, from: source))
        case .audit(let question): .audit(try AuditAnswer.load(question, from: source))
        case .rollouts(let question): .rollouts(try question.answer(from: source))
        case .rollout(let question): .rollout(try source.rollout(question.id, at: question.at))
        case .preview(let question): .preview(try AlertPreview.of(question.rule, in: source, over: question.range))
        }
    }
}
