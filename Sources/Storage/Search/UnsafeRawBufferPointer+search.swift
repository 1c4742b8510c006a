import Glibc

extension UnsafeRawBufferPointer {
    /// Whether `wanted` stands in it, byte for byte.
    func contains(_ wanted: [UInt8]) -> Bool { place(of: wanted, from: 0) != nil }

    /// All places where `wanted` begins, in order.
    func places(of wanted: [UInt8]) -> [Int] {
        var places: [Int] = []
        while let place = place(of: wanted, from: (places.last ?? -1) + 1) { places.append(place) }
        return places
    }

    private func place(of wanted: [UInt8], from offset: Int) -> Int? {
        guard let start = baseAddress, let first = wanted.first else { return nil }
        var at = offset
        while at + wanted.count <= count, let found = memchr(start + at, Int32(first), count - at - wanted.count + 1) {
            let place = start.distance(to: UnsafeRawPointer(found))
            if memcmp(found, wanted, wanted.count) == 0 { return place }
            at = place + 1
        }
        return nil
    }
}
