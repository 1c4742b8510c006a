import Domain

extension Reader {
    /// Fails when one service sends more resources than it may: then something that changes with every item stands in the
    /// resource, and each would be stored anew.
    func checkResources() throws(WireFault) {
        guard resources.count > limits.resourcesPerService else { return }
        var known: [[UInt8]: Set<[UInt8]>] = [:]
        for resource in resources {
            known[service(of: resource), default: []].insert(content(resource.encoded))
        }
        if known.values.contains(where: { $0.count > limits.resourcesPerService }) {
            throw WireFault(reason: .manyResources, offset: 0)
        }
    }

    private func service(of resource: ResourceRecord) -> [UInt8] {
        let first = Int(resource.attributes.first)
        for attribute in attributes[first..<(first + Int(resource.attributes.count))] {
            if case .string(let name) = attribute.value, content(attribute.key).elementsEqual("service.name".utf8) {
                return content(name)
            }
        }
        return []
    }

    /// The bytes of a slice, which stand in the request or behind it.
    private func content(_ slice: ByteSlice) -> [UInt8] {
        let range = slice.range
        if range.upperBound <= bytes.count { return Array(bytes[range]) }
        return Array(appended[(range.lowerBound - bytes.count)..<(range.upperBound - bytes.count)])
    }
}
