import Control
import Domain
import Storage

/// A rollout that is under way.
struct RolloutRun {
    var rollout: Rollout
    var evidence: RolloutEvidence
    /// What was decided and is served, and could not be written yet.
    var unwritten: [RolloutEvent] = []
    /// When the course was written last.
    var lastCourse: Timestamp?
    /// The number of the last exposure that was looked at.
    var lastExposure: Int64 = 0
    /// When units were collected last.
    var lastCollected: Timestamp?

    init(_ rollout: Rollout, _ evidence: RolloutEvidence) { (self.rollout, self.evidence) = (rollout, evidence) }

    /// The rollout that `record` keeps: its evidence as it was kept, and what was taken since. Evidence of another version is made again.
    init(_ record: RolloutRecord, in store: ControlStore) throws {
        rollout = record.rollout
        evidence =
            record.evidence.flatMap { RolloutEvidence(record.rollout, state: $0) } ?? RolloutEvidence(record.rollout)
        lastExposure = try store.lastTakenExposure(of: rollout.id, epoch: rollout.epoch)
        while true {
            let units = try store.takenUnits(
                of: rollout.id, epoch: rollout.epoch, after: evidence.lastUnit, limit: 10_000)
            for unit in units { evidence.add(unit) }
            if units.isEmpty { return }
        }
    }

    /// Takes in what happened.
    mutating func take(_ events: [RolloutEvent]) {
        for event in events {
            rollout.add(event)
            if case .epoch = event.change { evidence = RolloutEvidence(rollout) }
        }
    }

    /// How it stands.
    func standing(at time: Timestamp) -> RolloutStanding { evidence.standing(rollout, at: time) }
}
