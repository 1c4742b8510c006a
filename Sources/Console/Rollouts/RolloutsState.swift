import Domain
import Wording

/// What is looked at of rollouts, and the last answers.
struct RolloutsState: Sendable {
    /// What keys act on.
    enum Panel: Hashable, Sendable { case rollouts, gates }

    var asking = Asking<RolloutsQuestion>()
    var detailAsking = Asking<RolloutQuestion>()
    /// What waits for people first, then what is held, then what runs; nil before the first answer.
    private(set) var rollouts: [Rollout]?
    private var lastDetail: RolloutDetail?
    var focus = Panel.rollouts
    private var chosen: RolloutID?
    private var chosenGate: String?

    mutating func show(_ answer: [Rollout]) {
        rollouts = answer.sorted { ($0.rank, $1.started, $1.id) < ($1.rank, $0.started, $0.id) }
    }

    mutating func show(_ detail: RolloutDetail?) { lastDetail = detail }

    /// Those that wait for approval, in the order of the list.
    var waiting: [Rollout] { rollouts?.filter { $0.phase == .waitingForApproval } ?? [] }

    // MARK: What is selected

    var selectedIndex: Int? {
        guard let rollouts, !rollouts.isEmpty else { return nil }
        return chosen.flatMap { id in rollouts.firstIndex { $0.id == id } } ?? 0
    }

    var selected: Rollout? { selectedIndex.flatMap { rollouts?[$0] } }

    /// Everything about the selected rollout; nil until it is there.
    var detail: RolloutDetail? { lastDetail.flatMap { $0.rollout.id == selected?.id ? $0 : nil } }

    mutating func select(_ id: RolloutID?) { chosen = id }

    /// What is looked at stays, whatever becomes more urgent meanwhile.
    mutating func pin() { chosen = selected?.id }

    /// The gate whose course is drawn: the selected one, else the one with the most evidence of harm.
    var gateIndex: Int? {
        guard let gates = detail?.rollout.plan.gates, !gates.isEmpty else { return nil }
        let name = chosenGate ?? detail?.standing?.leader?.gate
        return name.flatMap { name in gates.firstIndex { $0.name == name } } ?? 0
    }

    var gate: RolloutGate? { gateIndex.flatMap { detail?.rollout.plan.gates[$0] } }

    mutating func move(by rows: Int) {
        switch focus {
        case .rollouts:
            guard let rollouts, let index = selectedIndex else { return }
            let next = rollouts[min(max(0, index + rows), rollouts.count - 1)].id
            if next != chosen { chosenGate = nil }
            chosen = next
        case .gates:
            guard let gates = detail?.rollout.plan.gates, let index = gateIndex else { return }
            chosenGate = gates[min(max(0, index + rows), gates.count - 1)].name
        }
    }
}

extension Rollout {
    /// Smaller is more urgent.
    fileprivate var rank: Int {
        switch phase {
        case .waitingForApproval: 0
        case .held: 1
        case .running: 2
        case .completed, .rolledBack, .aborted, .superseded: 3
        }
    }
}
