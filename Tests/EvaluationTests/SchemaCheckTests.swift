import Domain
import Testing

@testable import Evaluation

@Suite struct SchemaCheckTests {
    @Test(arguments: [
        (#"{"type":"object","required":["a"],"properties":{"a":{"type":"integer","minimum":1}}}"#, #"{"a":1}"#, true),
        (#"{"type":"object","required":["a"]}"#, "{}", false),
        (#"{"properties":{"a":{"type":"integer"}}}"#, #"{"a":1.5}"#, false), (#"{"type":"integer"}"#, "2.0", true),
        (#"{"additionalProperties":false,"properties":{"a":true}}"#, #"{"b":1}"#, false),
        (#"{"enum":[1,"x"]}"#, "1.0", true), (#"{"const":{"a":1,"b":2}}"#, #"{"b":2,"a":1}"#, true),
        (#"{"prefixItems":[{"type":"string"}],"items":{"type":"number"}}"#, #"["a",1,2]"#, true),
        (#"{"items":{"type":"number"},"maxItems":1}"#, "[1,2]", false), (#"{"uniqueItems":true}"#, "[1,1.0]", false),
        (#"{"type":["string","null"]}"#, "null", true), (#"{"pattern":"^a+$"}"#, #""b""#, false),
        (#"{"format":"date"}"#, #""2026-02-30""#, false), (#"{"format":"email"}"#, #""a@b.c""#, true),
        (#"{"anyOf":[{"type":"string"},{"minimum":5}]}"#, "3", false),
        (#"{"oneOf":[{"minimum":1},{"minimum":5}]}"#, "6", false),
        (#"{"not":{"type":"string"}}"#, "1", true), (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "3", false),
        (##"{"$ref":"#/$defs/n","$defs":{"n":{"type":"number"}}}"##, #""x""#, false), ("false", "1", false),
        (#"{"multipleOf":0.1}"#, "0.3", true), (#"{"minLength":2}"#, #""é""#, false),
    ])
    func judges(schema: String, value: String, isValid: Bool) throws {
        let check = SchemaCheck(try JSON(parsing: schema))
        try check.checkKeywords()
        #expect(((try? check.check(try JSON(parsing: value))) != nil) == isValid)
    }

    @Test(arguments: [#"{"if":{}}"#, #"{"items":{"patternProperties":{}}}"#, #"{"pattern":"("}"#, "3"])
    func refusesWhatItCannotCheck(schema: String) throws {
        let check = SchemaCheck(try JSON(parsing: schema))
        #expect(throws: (any Error).self) { try check.checkKeywords() }
    }

    @Test func endsWhereReferencesDoNot() throws {
        let check = SchemaCheck(try JSON(parsing: ##"{"$ref":"#"}"##))
        #expect(throws: SchemaError.self) { try check.check(1) }
    }
}
