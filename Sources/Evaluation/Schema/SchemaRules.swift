import Domain

/// The keywords of a schema that look at one value alone.
enum SchemaRules {
    /// What is wrong with `value`; nil when nothing is.
    static func mistake(of value: JSON, _ schema: JSON) -> String? {
        if let type = schema["type"] {
            let names = type.array?.compactMap(\.string) ?? [type.string].compactMap(\.self)
            guard names.contains(where: { isType(value, $0) }) else {
                return "must be \(names.joined(separator: " or "))"
            }
        }
        if let values = schema["enum"]?.array, !values.contains(where: { isEqual($0, value) }) {
            return "is none of the values of enum"
        }
        if let only = schema["const"], !isEqual(only, value) { return "is not the value of const" }
        switch value {
        case .object(let members): return mistake(ofMembers: members, schema)
        case .array(let elements): return mistake(ofElements: elements, schema)
        case .string(let text): return mistake(ofText: text, schema)
        case .integer, .number: return value.double.flatMap { mistake(ofNumber: $0, schema) }
        default: return nil
        }
    }

    private static func isType(_ value: JSON, _ name: String) -> Bool {
        switch (name, value) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
            ("number", .integer), ("number", .number), ("integer", .integer):
            true
        case ("integer", .number(let number)): number.rounded() == number
        default: false
        }
    }

    /// Whole numbers are equal however they are written, objects in whatever order.
    private static func isEqual(_ a: JSON, _ b: JSON) -> Bool { canonical(a) == canonical(b) }

    private static func canonical(_ value: JSON) -> JSON {
        switch value {
        case .number(let number): Int64(exactly: number).map(JSON.integer) ?? value
        case .array(let elements): .array(elements.map(canonical))
        case .object(let members):
            .object(
                members.map { .init($0.name, canonical($0.value)) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
        default: value
        }
    }

    private static func mistake(ofMembers members: [JSON.Member], _ schema: JSON) -> String? {
        let names = Set(members.map(\.name))
        if let missing = (schema["required"]?.array ?? []).compactMap(\.string).first(where: { !names.contains($0) }) {
            return "“\(missing)” is missing"
        }
        return mistake(ofCount: names.count, schema, "minProperties", "maxProperties", "members")
    }

    private static func mistake(ofElements elements: [JSON], _ schema: JSON) -> String? {
        if schema["uniqueItems"] == true, Set(elements.map(canonical)).count < elements.count {
            return "has the same element twice"
        }
        return mistake(ofCount: elements.count, schema, "minItems", "maxItems", "elements")
    }

    private static func mistake(ofText text: String, _ schema: JSON) -> String? {
        if let pattern = schema["pattern"]?.string, let pattern = try? Pattern(pattern), !pattern.isFound(in: text) {
            return "does not have the pattern"
        }
        if let format = schema["format"]?.string, !isFormat(text, format) { return "is no \(format)" }
        return mistake(ofCount: text.unicodeScalars.count, schema, "minLength", "maxLength", "characters")
    }

    private static func mistake(ofNumber number: Double, _ schema: JSON) -> String? {
        if let least = schema["minimum"]?.double, number < least { return "is below \(least)" }
        if let most = schema["maximum"]?.double, number > most { return "is above \(most)" }
        if let least = schema["exclusiveMinimum"]?.double, number <= least { return "is not above \(least)" }
        if let most = schema["exclusiveMaximum"]?.double, number >= most { return "is not below \(most)" }
        if let step = schema["multipleOf"]?.double, step > 0 {
            let parts = number / step
            if abs(parts - parts.rounded()) > 1e-9 { return "is no multiple of \(step)" }
        }
        return nil
    }

    private static func mistake(
        ofCount count: Int, _ schema: JSON, _ least: String, _ most: String, _ what: String
    ) -> String? {
        if let least = schema[least]?.integer, Int64(count) < least { return "has fewer than \(least) \(what)" }
        if let most = schema[most]?.integer, Int64(count) > most { return "has more than \(most) \(what)" }
        return nil
    }

    /// Formats that nobody knows are what they are.
    private static func isFormat(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date": Day(text) != nil
        case "date-time": Timestamp(rfc3339: text) != nil
        case "email": (try? Pattern(#"^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$"#))?.isFound(in: text) ?? false
        case "uri": (try? Pattern(#"^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$"#))?.isFound(in: text) ?? false
        default: true
        }
    }
}
