import Domain
import Drawing

/// Everything that came with a span, as it came, as the parts of a document: attributes of span, resource and scope, events,
/// links and log records, each by name.
struct AttributeParts {
    private(set) var parts: [DocumentPart] = []
    /// Events, links and logs beyond this number are only counted.
    private static let limit = 1000

    init(_ detail: SpanDetail) {
        let span = detail.span
        section("SPAN", "span", Self.fields(detail) + Self.sorted(span.attributes))
        section("RESOURCE", "resource", Self.sorted(span.resource))
        section("SCOPE", "scope", Self.scope(span))
        for (index, event) in span.events.prefix(Self.limit).enumerated() {
            let fields = [("time", JSON.string(Self.moment(event.time)))] + Self.sorted(event.attributes)
            section("EVENT \(event.name)", "event \(index)", fields)
        }
        for (index, link) in span.links.prefix(Self.limit).enumerated() {
            let fields = [
                ("trace id", JSON(link.traceID?.description)), ("span id", JSON(link.spanID?.description)),
            ]
            section("LINK", "link \(index)", fields + Self.sorted(link.attributes))
        }
        for (index, log) in detail.logs.prefix(Self.limit).enumerated() {
            let fields = [
                ("time", JSON.string(Self.moment(log.time))), ("severity", .integer(Int64(log.severity))),
                ("body", log.body.json),
            ]
            section("LOG \(log.eventName)", "log \(index)", fields + Self.sorted(log.attributes))
        }
        for (name, count) in [
            ("events", span.events.count), ("links", span.links.count), ("log records", detail.logs.count),
        ] where count > Self.limit {
            section("\(Format.grouped(count - Self.limit)) more \(name)", "more \(name)", [])
        }
    }

    private mutating func section(_ title: String, _ id: String, _ fields: [(String, JSON)]) {
        let heading = StyledText(title, Style(.title, .bold))
        if fields.isEmpty {
            parts.append(
                DocumentPart(
                    id: id, title: heading, text: StyledText("none", .textMuted), copy: "", startsParagraph: true))
        }
        for (index, field) in fields.enumerated() {
            let value = ConversationParts.pretty(field.1)
            let name = StyledText(field.0, .messageTool)
            // A short value stands beside its name.
            let isShort = value.utf8.count <= 60 && !value.utf8.contains(UInt8(ascii: "\n"))
            var part = DocumentPart(
                id: "\(id) \(index) \(field.0)", text: StyledText(masked: value), copy: value, indent: 4, preview: 6)
            if isShort {
                (part.text, part.indent) = (name + StyledText("  ") + part.text, 2)
            } else {
                part.title = StyledText("  ") + name
            }
            if index == 0 {
                parts.append(
                    DocumentPart(
                        id: id, title: heading, text: StyledText(), copy: Self.text(fields), startsParagraph: true))
            }
            parts.append(part)
        }
    }

    private static func text(_ fields: [(String, JSON)]) -> String {
        JSON.object(fields.map { JSON.Member($0.0, $0.1) }).prettyText
    }

    private static func sorted(_ attributes: AttributeList) -> [(String, JSON)] {
        attributes.map { ($0.key, $0.value.json) }.sorted { $0.0 < $1.0 }
    }

    private static func scope(_ span: Span) -> [(String, JSON)] {
        var fields: [(String, JSON)] = []
        if !span.scopeName.isEmpty { fields.append(("name", .string(span.scopeName))) }
        if !span.scopeVersion.isEmpty { fields.append(("version", .string(span.scopeVersion))) }
        guard span.batch.scopes.indices.contains(span.scopeIndex) else { return fields }
        return fields + sorted(span.batch.attributes(span.batch.scopes[span.scopeIndex].attributes))
    }

    private static func fields(_ detail: SpanDetail) -> [(String, JSON)] {
        let span = detail.span
        let kinds = ["unspecified", "internal", "server", "client", "producer", "consumer"]
        let kind = kinds.indices.contains(Int(span.kind)) ? kinds[Int(span.kind)] : String(span.kind)
        let statuses = ["unset", "ok", "error"]
        let code = Int(span.statusCode)
        var fields: [(String, JSON)] = [
            ("trace id", .string(span.traceID.description)), ("span id", .string(span.spanID.description)),
            ("parent span id", JSON(span.parentID?.description)), ("name", .string(span.name)),
            ("kind", .string(kind)), ("start", .string(moment(span.start))), ("end", .string(moment(span.end))),
            ("status", .string(statuses.indices.contains(code) ? statuses[code] : String(code))),
        ]
        if !span.statusMessage.isEmpty { fields.append(("status message", .string(span.statusMessage))) }
        return fields
    }

    /// The moment as it was sent; beyond what a clock shows, as the number.
    private static func moment(_ nanoseconds: UInt64) -> String {
        Int64(exactly: nanoseconds).map { Timestamp(nanoseconds: $0).rfc3339(.nanoseconds) } ?? String(nanoseconds)
    }
}
