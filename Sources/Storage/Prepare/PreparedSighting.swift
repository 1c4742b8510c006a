import Domain

/// Something that a call shows and that may not have been there before: a version of a library, a set of parameters.
struct PreparedSighting: Hashable, Sendable {
    var kind: Mark.Kind
    var service: String
    /// The library; the model, and the prompt that it was asked with.
    var subject: String
    /// Its version; the parameters.
    var detail: String

    /// What stands between the model and the prompt of a subject.
    static let separator: Character = "\u{1F}"

    /// What a call shows.
    static func all(of observation: SpanObservation) -> [PreparedSighting] {
        var sightings: [PreparedSighting] = []
        let call = observation.call
        if let client = observation.client, let version = client.version {
            sightings.append(
                PreparedSighting(
                    kind: .instrumentation, service: call.service, subject: client.name, detail: version))
        }
        if let model = call.model, let parameters = observation.parameters?.text {
            let prompt = SeriesTexts.prompt(call.context.promptName, call.context.promptVersion) ?? ""
            sightings.append(
                PreparedSighting(
                    kind: .parameters, service: call.service, subject: "\(model)\(separator)\(prompt)",
                    detail: parameters))
        }
        return sightings.filter { $0.service.utf8.count + $0.subject.utf8.count + $0.detail.utf8.count <= longest }
    }

    /// Longer ones are nothing that anybody reads.
    private static let longest = 1024
}
