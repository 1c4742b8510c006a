import Domain

/// Checks values against a JSON schema, draft 2020-12, of which these keywords are read: `type`, `enum`, `const`; `properties`, `required`,
/// `additionalProperties`, `minProperties`, `maxProperties`; `items`, `prefixItems`, `minItems`, `maxItems`, `uniqueItems`; `minimum`,
/// `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`; `minLength`, `maxLength`, `pattern`, `format` (`date`, `date-time`, `email`,
/// `uri`); `allOf`, `anyOf`, `oneOf`, `not`; `$ref` within the schema. Keywords that only describe are passed over; a schema with any other
/// is refused, because a check that is left out would read as passed.
struct SchemaCheck {
    private let root: JSON
    private static let deepest = 64
    /// Steps of a check: references may make more of them than there are bytes.
    private static let mostSteps = 200_000
    private static let known: Set<String> = [
        "type", "enum", "const", "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format", "allOf", "anyOf", "oneOf",
        "not",
        "$ref", "$defs", "definitions", "$schema", "$id", "$comment", "title", "description", "default", "examples",
        "deprecated", "readOnly", "writeOnly",
    ]

    init(_ schema: JSON) { root = schema }

    /// Whether only keywords stand in it that are read.
    ///
    /// - Throws: the first that is not, or a pattern that cannot be read.
    func checkKeywords() throws { try checkKeywords(root, "$", depth: 0) }

    /// Checks `value`.
    ///
    /// - Throws: where it is not of the schema, and why.
    func check(_ value: JSON) throws {
        var steps = 0
        try check(value, root, "$", depth: 0, &steps)
    }

    private func checkKeywords(_ schema: JSON, _ path: String, depth: Int) throws {
        if schema.bool != nil { return }
        guard let members = schema.members, depth < Self.deepest else {
            throw SchemaError(path: path, reason: depth < Self.deepest ? "is no schema" : "is nested too deep")
        }
        for member in members {
            guard Self.known.contains(member.name) else {
                throw SchemaError(path: path, reason: "the keyword “\(member.name)” is not read")
            }
            let inner = "\(path).\(member.name)"
            switch member.name {
            case "properties", "$defs", "definitions":
                for property in member.value.members ?? [] {
                    try checkKeywords(property.value, "\(inner).\(property.name)", depth: depth + 1)
                }
            case "items", "additionalProperties", "not": try checkKeywords(member.value, inner, depth: depth + 1)
            case "allOf", "anyOf", "oneOf", "prefixItems":
                for part in member.value.array ?? [] { try checkKeywords(part, inner, depth: depth + 1) }
            case "pattern": _ = try Pattern(member.value.string ?? "")
            default: break
            }
        }
    }

    private func check(_ value: JSON, _ schema: JSON, _ path: String, depth: Int, _ steps: inout Int) throws {
        steps += 1
        guard depth < Self.deepest, steps < Self.mostSteps else {
            throw SchemaError(path: path, reason: "the schema refers to itself without end")
        }
        if let allows = schema.bool {
            if !allows { throw SchemaError(path: path, reason: "nothing may stand here") }
            return
        }
        if let reference = schema["$ref"]?.string {
            guard let target = target(of: reference) else {
                throw SchemaError(path: path, reason: "“\(reference)” leads nowhere within the schema")
            }
            try check(value, target, path, depth: depth + 1, &steps)
        }
        if let reason = SchemaRules.mistake(of: value, schema) { throw SchemaError(path: path, reason: reason) }
        try checkParts(of: value, schema, path, depth: depth, &steps)
        try checkCombinations(value, schema, path, depth: depth, &steps)
    }

    private func checkParts(
        of value: JSON, _ schema: JSON, _ path: String, depth: Int, _ steps: inout Int
    ) throws {
        if let members = value.members {
            let properties = schema["properties"]
            for member in members {
                let inner = "\(path).\(member.name)"
                if let own = properties?[member.name] {
                    try check(member.value, own, inner, depth: depth + 1, &steps)
                } else if let other = schema["additionalProperties"] {
                    try check(member.value, other, inner, depth: depth + 1, &steps)
                }
            }
        }
        if let elements = value.array {
            let firsts = schema["prefixItems"]?.array ?? []
            for (index, element) in elements.enumerated() {
                guard let own = index < firsts.count ? firsts[index] : schema["items"] else { continue }
                try check(element, own, "\(path)[\(index)]", depth: depth + 1, &steps)
            }
        }
    }

    private func checkCombinations(
        _ value: JSON, _ schema: JSON, _ path: String, depth: Int, _ steps: inout Int
    ) throws {
        for part in schema["allOf"]?.array ?? [] { try check(value, part, path, depth: depth + 1, &steps) }
        func fitting(_ parts: [JSON]) -> Int {
            parts.count { part in (try? check(value, part, path, depth: depth + 1, &steps)) != nil }
        }
        if let parts = schema["anyOf"]?.array, fitting(parts) == 0 {
            throw SchemaError(path: path, reason: "is none of anyOf")
        }
        if let parts = schema["oneOf"]?.array {
            let count = fitting(parts)
            if count != 1 { throw SchemaError(path: path, reason: "is \(count) of oneOf") }
        }
        if let part = schema["not"], fitting([part]) == 1 {
            throw SchemaError(path: path, reason: "is what must not be")
        }
    }

    /// Where a reference such as `#/$defs/item` leads.
    private func target(of reference: String) -> JSON? {
        guard reference.hasPrefix("#") else { return nil }
        return reference.dropFirst().split(separator: "/").reduce(root as JSON?) { value, step in
            value?[String(step.replacing("~1", with: "/").replacing("~0", with: "~"))]
        }
    }
}
