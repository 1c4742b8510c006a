/// The number of a command to the collector; later ones have larger numbers.
public struct CommandID: Hashable, Sendable {
    let number: Int
}
