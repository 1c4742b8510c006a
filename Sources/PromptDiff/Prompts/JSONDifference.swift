import Domain

/// The values in which two JSON values differ, by their paths. The order of the members of an object does not count.
struct JSONDifference {
    struct Part: Hashable {
        /// Names and indices with points between, such as `parameters.required.0`; empty for the whole value.
        let path: String
        let old: JSON?
        let new: JSON?
    }

    /// Deeper than that values are compared as wholes.
    private static let mostLevels = 32
    /// More parts than that are not told apart: the rest is left out, except that the last part then speaks of the whole.
    static let mostParts = 200

    private(set) var parts: [Part] = []

    /// What differs between two values; nil stands for none.
    init(_ old: JSON?, _ new: JSON?) {
        compare(old, new, path: "", level: 0)
        if parts.count > Self.mostParts { parts = [Part(path: "", old: old, new: new)] }
    }

    private mutating func compare(_ old: JSON?, _ new: JSON?, path: String, level: Int) {
        guard old != new, parts.count <= Self.mostParts else { return }
        if level < Self.mostLevels, case .object(let oldMembers)? = old, case .object(let newMembers)? = new {
            compareMembers(oldMembers, newMembers, path: path, level: level)
        } else if level < Self.mostLevels, case .array(let oldElements)? = old, case .array(let newElements)? = new,
            oldElements.count == newElements.count
        {
            for (index, pair) in zip(oldElements, newElements).enumerated() {
                compare(pair.0, pair.1, path: join(path, String(index)), level: level + 1)
            }
        } else {
            parts.append(Part(path: path, old: old, new: new))
        }
    }

    private mutating func compareMembers(_ old: [JSON.Member], _ new: [JSON.Member], path: String, level: Int) {
        let oldValues = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
        let newValues = Dictionary(new.map { ($0.name, $0.value) }) { first, _ in first }
        var seen: Set<String> = []
        for member in old + new where seen.insert(member.name).inserted {
            compare(oldValues[member.name], newValues[member.name], path: join(path, member.name), level: level + 1)
        }
    }

    private func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "." + name }
}
