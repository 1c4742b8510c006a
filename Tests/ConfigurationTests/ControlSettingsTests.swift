import Configuration
import Domain
import Testing

/// Who may do what, as the configuration says it.
@Suite struct ControlSettingsTests {
    @Test("grants of users and groups are read")
    func grants() throws {
        let settings = try Configuration(
            parsing: """
                control:
                  socket_group: ops
                  roles:
                    os:anna:
                      roles: [viewer, approver]
                      content: true
                    group:support: {roles: [viewer]}
                """
        ).control
        #expect(settings.socketGroup == "ops")
        #expect(
            settings.roles == [
                "os:anna": Grant(roles: [.viewer, .approver], content: true), "group:support": Grant(roles: [.viewer]),
            ])
    }

    @Test(
        "a mistake is named, so that nobody is denied, or let in, by a slip",
        arguments: [
            ("anna: {roles: [viewer]}", "os: and a user"), ("os:: {roles: [viewer]}", "os: and a user"),
            ("os:anna: {roles: [reader]}", "a list of roles among viewer, editor, approver, admin"),
            ("os:anna: {roles: viewer}", "a list of roles"), ("os:anna: {role: [viewer]}", "did you mean roles?"),
            ("os:anna: {content: maybe}", "true or false"),
        ])
    func mistakes(_ line: String, _ message: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration(parsing: "control:\n  roles:\n    \(line)\n")
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
