import Synchronization

/// The prices found for the names met so far: a name costs microseconds to take apart, and calls repeat few of them. Bounded,
/// since names come from outside.
final class ScheduleCache: Sendable {
    struct Key: Hashable {
        let model: String
        let provider: String?
    }

    private static let capacity = 1024
    private let found = Mutex<[Key: [EffectiveSchedule]]>([:])

    /// What `find` says about `key`, or said before. The lock is held for the look-up only.
    func schedules(_ key: Key, find: () -> [EffectiveSchedule]) -> [EffectiveSchedule] {
        if let known = found.withLock({ $0[key] }) { return known }
        let schedules = find()
        found.withLock { found in
            if found.count >= Self.capacity { found.removeAll() }
            found[key] = schedules
        }
        return schedules
    }
}
