import Foundation
import Wire

/// The body of an export request as a real client sent it.
struct CapturedBody: CustomStringConvertible {
    enum Signal: UInt8 {
        case traces = 0x74
        case logs = 0x6C
        case metrics = 0x6D
    }

    let description: String
    let signal: Signal
    let bytes: [UInt8]

    /// All bodies of the captures in `Tests/Fixtures/Wire`.
    static func all() throws -> [CapturedBody] { try loaded.get() }

    private static let loaded = Result { try load() }

    private static func load() throws -> [CapturedBody] {
        try FileManager.default.contentsOfDirectory(at: Fixtures.folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasSuffix(".bodies.gz") }
            .sorted { $0.path < $1.path }
            .flatMap { try bodies(of: $0) }
    }

    private static func bodies(of file: URL) throws -> [CapturedBody] {
        let packed = try Fixtures.inflated([UInt8](Data(contentsOf: file)))
        var bodies: [CapturedBody] = []
        var at = 0
        while at + 5 <= packed.count {
            let count = (1...4).reversed().reduce(0) { $0 << 8 | Int(packed[at + $1]) }
            guard let signal = Signal(rawValue: packed[at]), at + 5 + count <= packed.count else { break }
            bodies.append(
                CapturedBody(
                    description: "\(file.lastPathComponent) \(bodies.count + 1)", signal: signal,
                    bytes: Array(packed[(at + 5)..<(at + 5 + count)])))
            at += 5 + count
        }
        return bodies
    }
}
