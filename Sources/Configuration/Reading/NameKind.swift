/// Which names may stand under a key, and how that is said to who got it wrong.
struct NameKind: Sendable {
    /// What stands after "must be".
    let expected: String
    let isName: @Sendable (String) -> Bool

    static let any = NameKind(expected: "texts") { !$0.isEmpty }
    /// Users and groups.
    static let principals = NameKind(expected: "os: and a user or group: and a group, such as os:anna") { name in
        ["os:", "group:"].contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
    }
}
