import Configuration
import Domain
import Redaction

extension RedactionPolicy {
    /// What the configuration says.
    ///
    /// - Parameter key: asked for the key of pseudonyms when any are wanted.
    init(_ configuration: Configuration, key: () throws(CollectorError) -> [UInt8]) throws(CollectorError) {
        let rules = KeyRules(configuration.redaction.keys)
        self.init(
            kinds: SensitiveKinds(configuration.redaction.kinds), keys: rules,
            environments: configuration.content.environments, content: configuration.content.capture,
            pseudonyms: rules.needPseudonyms ? Pseudonyms(key: try key()) : nil)
    }
}
