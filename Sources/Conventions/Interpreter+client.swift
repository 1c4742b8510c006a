import Domain

extension Interpreter {
    /// The library that wrote a span: its instrumentation scope, else the SDK of its resource, else the dialect of `call`.
    public func client(of span: Span, _ call: Call) -> ClientLibrary {
        let scope = span.scopeName
        if !scope.isEmpty { return ClientLibrary(name: scope, version: span.scopeVersion) }
        let resource = span.resource
        if let sdk = resource["telemetry.sdk.name"]?.text {
            let language = resource["telemetry.sdk.language"]?.text
            return ClientLibrary(
                name: language.map { sdk + "-" + $0 } ?? sdk, version: resource["telemetry.sdk.version"]?.text)
        }
        return ClientLibrary(name: call.dialect.rawValue, version: nil)
    }
}
