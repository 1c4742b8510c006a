import Control
import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// What people do about alerts.
    static let alerts: [ControlEndpoint] = [
        ControlEndpoint(
            method: .GET, path: "/api/v1/alerts", action: .readAlerts,
            summary: "Alerts, silences, rules and budgets as they are now.", answer: ControlSchemas.alertBoard
        ) { _, service in try service.store.alertBoard().json },
        ControlEndpoint(
            method: .POST, path: "/api/v1/alerts/{id}/ack", action: .handleAlerts,
            summary: "Say that one looks after an alert.", body: ControlSchemas.alertNote, answer: ControlSchemas.alert
        ) { request, service in
            let id = try request.alert
            let note = try AlertNoteDraft(try request.json()).text
            return try service.command(request) { _ in
                { try $0.apply(.acknowledge(id, note: note), to: id) }
            }
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/alerts/{id}/note", action: .handleAlerts,
            summary: "Write something beside an alert.", body: ControlSchemas.alertNote, answer: ControlSchemas.alert
        ) { request, service in
            let id = try request.alert
            guard let text = try AlertNoteDraft(try request.json()).text else {
                throw ControlFailure.invalid("note: must be there")
            }
            return try service.command(request) { _ in { try $0.apply(.note(id, text), to: id) } }
        },
        ControlEndpoint(
            method: .POST, path: "/api/v1/silences", action: .handleAlerts,
            summary: "Have alerts not heard for a while: one alert, those of a rule, or those of a value.",
            body: ControlSchemas.silenceDraft, answer: ControlSchemas.silence
        ) { request, service in
            let draft = try SilenceDraft(try request.json())
            return try service.command(request) { _ in { try $0.add(draft) } }
        },
        ControlEndpoint(
            method: .DELETE, path: "/api/v1/silences/{id}", action: .handleAlerts,
            summary: "End a silence before its time.", answer: ControlSchemas.silence
        ) { request, service in
            guard let id = request.parameters["id"].flatMap({ SilenceID($0) }) else {
                throw ControlRefusal(.notFound, "there is no such silence: its id is a whole number")
            }
            return try service.command(request) { _ in { try $0.end(id) } }
        },
    ]
}

extension ControlRequest {
    /// The alert that the path names.
    fileprivate var alert: AlertID {
        get throws {
            guard let id = parameters["id"].flatMap({ AlertID($0) }) else {
                throw ControlRefusal(.notFound, "there is no such alert: its id has 12 hexadecimal digits")
            }
            return id
        }
    }
}
