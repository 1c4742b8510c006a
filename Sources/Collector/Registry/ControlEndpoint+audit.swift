import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// Who did what.
    static let audit: [ControlEndpoint] = [
        ControlEndpoint(
            method: .GET, path: "/api/v1/audit", action: .readAudit,
            summary: "What people and the collector did, newest first: at most a thousand entries.",
            optionalQuery: ["actor", "action", "object", "before", "limit"],
            answer: ControlSchemas.list("entries", ControlSchemas.auditEntry)
        ) { request, service in
            func number(_ name: String, _ range: ClosedRange<Int64>) throws -> Int64? {
                guard let text = request.query[name] else { return nil }
                guard let number = Int64(text), range.contains(number) else {
                    throw ControlFailure.invalid("\(name): must be a whole number of \(range.lowerBound) or more")
                }
                return number
            }
            let query = AuditQuery(
                actor: request.query["actor"], action: request.query["action"], object: request.query["object"],
                before: try number("before", 1...Int64.max), limit: Int(try number("limit", 1...1000) ?? 100))
            return ["entries": .array(try service.store.auditEntries(query).map(\.json))]
        },
        ControlEndpoint(
            method: .GET, path: "/api/v1/audit/verify", action: .verifyAudit,
            summary: "Whether the audit log is as it was written.", answer: ["type": "object"]
        ) { _, service in try service.store.verifyAudit().json },
    ]
}
