import Domain

/// Commands that were sent to the collector and of which nothing was heard yet, oldest first.
struct PendingCommands: Sendable {
    private var next = 1
    private(set) var commands: [(id: CommandID, command: ControlCommand)] = []

    /// Notes a command and has it carried out.
    mutating func send(_ command: ControlCommand) -> Effect {
        let id = CommandID(number: next)
        next += 1
        commands.append((id, command))
        return .perform(id, command)
    }

    /// The command of which something was heard; nil when nobody waits for it.
    mutating func finish(_ id: CommandID) -> ControlCommand? {
        guard let index = commands.firstIndex(where: { $0.id == id }) else { return nil }
        return commands.remove(at: index).command
    }
}
