/// Which key means which command.
public struct KeyMap: Sendable {
    private let commands: [Place: [Key: String]]
    private let keys: [String: [Key]]

    /// The keys of the command table.
    public static let standard = KeyMap(CommandTable.commands.map { ($0, $0.keys) })

    private init(_ bindings: [(command: Command, keys: [Key])]) {
        keys = Dictionary(bindings.map { ($0.command.name, $0.keys) }, uniquingKeysWith: { first, _ in first })
        let places = Place.allCases.map { place in
            let keys = bindings.filter { $0.command.belongs(to: place) }
                .flatMap { binding in binding.keys.map { ($0, binding.command.name) } }
            return (place, Dictionary(keys, uniquingKeysWith: { first, _ in first }))
        }
        commands = Dictionary(uniqueKeysWithValues: places)
    }

    /// The standard keys with some commands rebound.
    ///
    /// - Parameter bindings: names of commands, such as `overview.group`, to keys with blanks between them, such as `G ctrl-g`.
    ///   They replace all keys of the command; a command without a key is still reached by `:`.
    /// - Throws: `KeyMapError` with every mistake: unknown commands, what is no key, and keys that two commands claim.
    public init(rebinding bindings: [String: String]) throws(KeyMapError) {
        var mistakes: [KeyMapError.Mistake] = []
        var rebound: [String: [Key]] = [:]
        for (name, text) in bindings.sorted(by: { $0.key < $1.key }) {
            guard CommandTable.commands.contains(where: { $0.name == name }) else {
                mistakes.append(.init(command: name, reason: "there is no command of this name; :help lists them"))
                continue
            }
            var keys: [Key] = []
            for word in text.split(separator: " ") {
                if let key = Key(word) {
                    keys.append(key)
                } else {
                    mistakes.append(
                        .init(command: name, reason: "'\(word)' is no key: write a sign, ctrl-l, space, enter, up …"))
                }
            }
            rebound[name] = keys
        }
        let all = CommandTable.commands.map { (command: $0, keys: rebound[$0.name] ?? $0.keys) }
        var owners: [Key: [Command]] = [:]
        for (command, keys) in all {
            for key in keys {
                // The same key may mean one thing here and another there, but nowhere two.
                if let owner = owners[key]?.first(where: { $0.meets(command) }) {
                    // The mistake is the configuration's, whichever of the two comes first in the table.
                    let (culprit, other) =
                        rebound[command.name] != nil ? (command.name, owner.name) : (owner.name, command.name)
                    mistakes.append(.init(command: culprit, reason: "\(key) already belongs to \(other)"))
                } else {
                    owners[key, default: []].append(command)
                }
            }
        }
        guard mistakes.isEmpty else { throw KeyMapError(mistakes: mistakes) }
        self.init(all)
    }

    /// The command that the key means in `place`.
    func command(for key: Key, in place: Place) -> Command? {
        commands[place]?[key].flatMap { CommandTable.command($0) }
    }

    /// The keys of the command, the preferred one first.
    func keys(of command: Command) -> [Key] { keys[command.name] ?? [] }
}

extension Command {
    /// Whether there is a place to which both belong.
    fileprivate func meets(_ other: Command) -> Bool {
        guard let places, let others = other.places else { return true }
        return !places.isDisjoint(with: others)
    }
}
