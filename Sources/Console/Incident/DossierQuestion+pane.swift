import Diagnosis
import Domain

extension DossierQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .dossier }
    var question: Question { .dossier(self) }
    var period: Nanoseconds { .seconds(10) }

    /// What was read last of the alert makes no other question of it.
    func isSameBut(time: Bool, as other: DossierQuestion) -> Bool {
        alert.id == other.alert.id && alert.state == other.alert.state && rule == other.rule && (time || at == other.at)
    }
}
