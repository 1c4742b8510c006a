/// Who served a call, as far as telemetry and the name of its model say. All names are canonical.
struct Server {
    /// Whom the call went through, when telemetry names a gateway as its provider.
    let gateway: String?
    /// Who has the model; nil when that is not known.
    let provider: String?

    /// - Parameters:
    ///   - provider: What telemetry calls the provider. It knows whom it asked, so it goes before the name of the model.
    ///   - host: Who serves the model according to its name; counts when telemetry names nobody, or a gateway.
    init(provider: String?, host: String?) {
        let told = provider.map(ProviderName.canonical)
        let isGateway = told.map(ProviderName.gateways.contains) ?? false
        gateway = isGateway ? told : nil
        self.provider = isGateway ? host : told ?? host
    }
}
