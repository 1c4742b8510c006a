import Domain
import Testing

/// Reading what a vector must have; a missing member fails the test with its name.
extension JSON {
    func number(_ name: String) throws -> Double { try #require(self[name]?.double, "no number \(name)") }
    func integer(_ name: String) throws -> Int { Int(try #require(self[name]?.integer, "no integer \(name)")) }
    func text(_ name: String) throws -> String { try #require(self[name]?.string, "no text \(name)") }
    func list(_ name: String) throws -> [JSON] { try #require(self[name]?.array, "no list \(name)") }
    func numbers(_ name: String) throws -> [Double] { try list(name).map { try #require($0.double) } }
    func integers(_ name: String) throws -> [Int] { try list(name).map { Int(try #require($0.integer)) } }
    func flags(_ name: String) throws -> [Bool] { try integers(name).map { $0 != 0 } }
    func texts(_ name: String) throws -> [String] { try list(name).map { try #require($0.string) } }

    /// The members whose names begin with `prefix`, with the number that the rest of the name is.
    func parameters(_ prefix: String) -> [(parameter: Double, value: Double)] {
        (members ?? []).compactMap { member in
            guard member.name.hasPrefix(prefix), let value = member.value.double,
                let parameter = Double(member.name.dropFirst(prefix.count))
            else { return nil }
            return (parameter, value)
        }
    }
}

/// Expects `actual` to be `expected` within `tolerance`, relative to the expected number when that is beyond 1.
func expectEqual(
    _ actual: Double?, _ expected: Double, within tolerance: Double = 1e-9, _ what: String,
    at location: SourceLocation = #_sourceLocation
) {
    let isClose = actual.map { $0 == expected || abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    #expect(isClose, "\(what): \(String(describing: actual)) instead of \(expected)", sourceLocation: location)
}
