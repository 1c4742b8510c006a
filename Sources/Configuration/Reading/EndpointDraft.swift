import Domain
import Outbound

/// An endpoint as people write it, before it is known to make sense.
struct EndpointDraft {
    var name = ""
    var url = ""
    var keyVariable: String?
    var models: [String: String] = [:]
    var addresses: [AddressRange] = []
    var concurrency = 4
    var timeoutSeconds = 60

    /// The endpoint that it says.
    func endpoint() throws(EndpointError) -> EndpointSettings {
        func isWord(_ text: String, _ others: String) -> Bool {
            !text.isEmpty && text.utf8.count <= 64
                && text.utf8.allSatisfy {
                    ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0)
                        || others.utf8.contains($0)
                }
        }
        guard isWord(name, "-._") else {
            throw EndpointError(description: "name must be 1 to 64 letters, digits and - . _")
        }
        guard let address = WebAddress(url) else {
            throw EndpointError(description: "url must be \(WebAddress.expected)")
        }
        guard keyVariable.map({ isWord($0, "_") }) ?? true else {
            throw EndpointError(
                description: "key_env must be the name of an environment variable; the key itself never stands here")
        }
        return EndpointSettings(
            name: name, address: address, allowedAddresses: addresses, keyVariable: keyVariable, models: models,
            concurrency: concurrency, timeout: .seconds(Int64(timeoutSeconds)))
    }
}

/// What is wrong with an endpoint.
struct EndpointError: Error, CustomStringConvertible {
    let description: String
}
