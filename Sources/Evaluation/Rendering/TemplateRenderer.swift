import Domain

/// Puts values into a template. Nothing is escaped: a prompt is no HTML.
struct TemplateRenderer {
    /// The innermost last.
    private var scopes: [JSON]
    private var output = ""
    private let limit: Int

    /// - Parameter limit: bytes that the text may have.
    init(values: JSON, limit: Int) { (scopes, self.limit) = ([values], limit) }

    /// The text.
    ///
    /// - Throws: when a value is missing, or the text becomes too long.
    static func text(_ nodes: [TemplateNode], values: JSON, limit: Int) throws(RenderError) -> String {
        var renderer = TemplateRenderer(values: values, limit: limit)
        try renderer.render(nodes)
        return renderer.output
    }

    private mutating func render(_ nodes: [TemplateNode]) throws(RenderError) {
        for node in nodes {
            switch node {
            case .text(let text): output += text
            case .value(let path):
                guard let value = value(path) else { throw .missing(path) }
                output += Self.text(value)
            case .section(let path, let kind, let shown, let otherwise):
                try renderSection(value(path), kind, shown, otherwise)
            }
            guard output.utf8.count <= limit else { throw .tooLong(limit: limit) }
        }
    }

    private mutating func renderSection(
        _ value: JSON?, _ kind: TemplateNode.SectionKind, _ shown: [TemplateNode], _ otherwise: [TemplateNode]
    ) throws(RenderError) {
        guard let value, Self.isThere(value) else { return try render(otherwise) }
        guard kind == .each else { return try render(shown) }
        for element in value.array ?? [value] {
            scopes.append(element)
            try render(shown)
            scopes.removeLast()
        }
    }

    /// The value to which a path such as `user.name` leads, looked for from the innermost section outwards.
    private func value(_ path: String) -> JSON? {
        if path == "." || path == "this" { return scopes.last }
        let path = path.hasPrefix("this.") ? path.dropFirst(5) : path[...]
        let steps = path.split(separator: ".").filter { $0 != "/" }
        guard let first = steps.first else { return nil }
        guard let start = scopes.reversed().lazy.compactMap({ $0[String(first)] }).first else { return nil }
        return steps.dropFirst().reduce(start as JSON?) { value, step in
            guard let value else { return nil }
            if let elements = value.array {
                return Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            }
            return value[String(step)]
        }
    }

    private static func isThere(_ value: JSON) -> Bool {
        switch value {
        case .null, .bool(false): false
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        default: true
        }
    }

    private static func text(_ value: JSON) -> String {
        switch value {
        case .string(let text): text
        case .null: ""
        default: value.text
        }
    }
}

/// Why a prompt cannot be filled in.
public enum RenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A variable has no value.
    case missing(String)
    /// The text has more bytes than may be sent.
    case tooLong(limit: Int)
    /// The template itself is wrong.
    case malformed(String)

    public var description: String {
        switch self {
        case .missing(let name):
            "the variable “\(name)” has no value; give it in the golden set, under variables or as a member of that name"
        case .tooLong(let limit): "the prompt becomes longer than \(limit) bytes"
        case .malformed(let reason): "the template cannot be read: \(reason)"
        }
    }
}
