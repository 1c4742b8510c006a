@testable import Conventions

/// The known keys as texts.
enum KnownKeysForTests {
    static let all: [String] = KnownKeys.sources.flatMap { $0.value.map { "\($0)" } }
}
