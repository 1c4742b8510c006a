import Foundation
import Wire

enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/Wire")

    static func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
        let inflater = Inflater(limit: 64 << 20, reservation: DecodeBudget(capacity: 256 << 20).reservation())
        try inflater.write(bytes)
        return try inflater.finish()
    }
}
