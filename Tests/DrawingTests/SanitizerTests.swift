import Drawing
import Foundation
import Testing

@Suite("Sanitising")
struct SanitizerTests {
    struct Vector: Decodable, CustomStringConvertible {
        let input: String
        let line: String
        let block: String
        let strict: String
        let ascii: String
        var description: String { input }

        enum CodingKeys: String, CodingKey {
            case input = "in_hex"
            case line, block, strict, ascii
        }

        var bytes: [UInt8] {
            stride(from: 0, to: input.utf8.count, by: 2).compactMap { offset in
                let start = input.index(input.startIndex, offsetBy: offset)
                return UInt8(input[start..<input.index(start, offsetBy: 2)], radix: 16)
            }
        }
    }

    /// The reference's own vectors, and two hundred random texts that it drew.
    static let vectors = ["sanitize_vectors", "sanitize_random"].flatMap { name in
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/Drawing/\(name).jsonl")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return lines.compactMap { try? JSONDecoder().decode(Vector.self, from: Data($0.utf8)) }
    }

    @Test("the vectors are there")
    func vectorsAreThere() { #expect(Self.vectors.count >= 224) }

    @Test("each vector comes out as the reference draws it", arguments: vectors)
    func vector(_ vector: Vector) {
        let bytes = vector.bytes
        #expect(Self.scalars(Text.sanitized(bytes)) == Self.scalars(vector.line))
        #expect(Self.scalars(Text.sanitized(bytes, as: .body)) == Self.scalars(vector.block))
        #expect(Self.scalars(Text.sanitized(bytes, as: .identity)) == Self.scalars(vector.strict))
        #expect(Self.scalars(Text.sanitized(bytes, ascii: true)) == Self.scalars(vector.ascii))
    }

    @Test("no scalar of Unicode reaches the screen as a control, invisible or reordering")
    func everyScalar() {
        // By the hundred, a blank between, so that they do not combine.
        for start in stride(from: UInt32(0), through: 0x10FFFF, by: 100) {
            var text = String.UnicodeScalarView()
            for value in start..<start + 100 {
                guard let scalar = Unicode.Scalar(value) else { continue }
                text.append(scalar)
                text.append(" ")
            }
            let line = Text.sanitized(String(text))
            #expect(Self.isSafe(line), "U+\(String(start, radix: 16))")
            let ascii = Text.sanitized(String(text), ascii: true)
            #expect(ascii.utf8.allSatisfy { 0x20...0x7E ~= $0 }, "U+\(String(start, radix: 16))")
        }
    }

    @Test("random bytes are safe in every form, and sanitising again changes nothing", arguments: 0..<10)
    func randomBytes(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let line = Text.sanitized(bytes)
        #expect(Self.isSafe(line))
        #expect(Text.sanitized(line) == line)
        let body = Text.sanitized(bytes, as: .body)
        #expect(Self.isSafe(body, allowing: ["\n", "\t"]))
        #expect(Text.sanitized(body, as: .body) == body)
        #expect(Text.sanitized(bytes, as: .identity).utf8.allSatisfy { 0x20...0x7E ~= $0 })
        #expect(Text.sanitized(bytes, ascii: true).utf8.allSatisfy { 0x20...0x7E ~= $0 })
    }

    @Test("output is bounded and says that it was cut")
    func bounds() {
        for piece in ["A", "漢", "\u{1B}[1m", "\u{301}", "\u{202E}"] {
            let long = String(repeating: piece, count: 400_000)
            let line = Text.sanitized(long)
            #expect(line.unicodeScalars.count <= Text.lineLimit)
            let body = Text.sanitized(long, as: .body)
            #expect(body.utf8.count <= Text.bodyLimit)
            if piece != "\u{301}" {
                #expect(line.unicodeScalars.last == "…")
                #expect(body.unicodeScalars.last == "…")
            }
        }
        #expect(Text.sanitized(String(repeating: "A", count: Text.lineLimit)).unicodeScalars.last == "A")
    }

    @Test("fifty thousand marks are counted, not drawn")
    func manyMarks() {
        let text = "a" + String(repeating: "\u{301}", count: 50_000) + "z"
        #expect(Text.sanitized(text) == "a\u{301}\u{301}\u{301}\u{301}<+49996>z")
    }

    @Test("a look-alike letter is spelled out where a decision depends on it")
    func identity() {
        #expect(Text.sanitized("support-аnswer", as: .identity) == "support-\\u{430}nswer")
        #expect(Text.isSuspicious("support-аnswer"))
        #expect(!Text.isSuspicious("support-answer"))
    }

    /// Strings that are canonically equivalent are equal to Swift, but not to a terminal.
    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    private static func isSafe(_ text: String, allowing allowed: Set<Unicode.Scalar> = []) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if allowed.contains(scalar) { return true }
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return false
            // What the standard library does not know yet, our own table (an older Unicode) does not know either.
            case .unassigned: return false
            default: return !scalar.properties.isVariationSelector && !scalar.properties.isDefaultIgnorableCodePoint
            }
        }
    }
}
