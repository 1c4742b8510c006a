import Foundation

/// One case of the vectors: a text with what stands in it, or a number that is valid or not.
struct VectorCase: Decodable, CustomStringConvertible, Sendable {
    struct Marked: Decodable, Hashable, Sendable {
        let kind: String
        let startScalar: Int
        let endScalar: Int
        let startUTF8: Int
        let endUTF8: Int

        enum CodingKeys: String, CodingKey {
            case kind
            case startScalar = "start_scalar"
            case endScalar = "end_scalar"
            case startUTF8 = "start_utf8"
            case endUTF8 = "end_utf8"
        }
    }

    let id: String
    let kind: String?
    let text: String?
    let digits: String?
    let valid: Bool?
    let expect: [Marked]?

    var description: String { id }

    private struct File: Decodable { let cases: [VectorCase] }

    /// Every case of every file of which the name begins with `prefix`.
    static func all(_ prefix: String) throws -> [VectorCase] {
        try VectorFolder.files(prefix).flatMap { try JSONDecoder().decode(File.self, from: Data(contentsOf: $0)).cases }
    }
}
