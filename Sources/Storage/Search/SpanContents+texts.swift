import Domain

extension SpanContents {
    /// Every text of input, output and documents: what was said, thought, asked of tools and answered by them.
    var texts: [String] {
        var texts: [String] = []
        for message in input + output {
            for part in message.parts { Self.add(part, to: &texts) }
        }
        texts += documents.compactMap(\.content)
        if let tool {
            for value in [tool.arguments, tool.result] { if let value { Self.add(value, to: &texts) } }
        }
        return texts
    }

    private static func add(_ part: MessagePart, to texts: inout [String]) {
        switch part {
        case .text(let text), .reasoning(let text): texts.append(text)
        case .toolCall(_, let name, let arguments):
            texts.append(name)
            add(arguments, to: &texts)
        case .toolResult(_, let result): add(result, to: &texts)
        case .media(_, _, let uri): if let uri { texts.append(uri) }
        case .other(_, let content): add(content, to: &texts)
        }
    }

    private static func add(_ value: JSON, to texts: inout [String]) {
        switch value {
        case .string(let text): texts.append(text)
        case .array(let elements): for element in elements { add(element, to: &texts) }
        case .object(let members):
            for member in members {
                texts.append(member.name)
                add(member.value, to: &texts)
            }
        case .null, .bool: break
        case .integer, .number: texts.append(value.text)
        }
    }
}
