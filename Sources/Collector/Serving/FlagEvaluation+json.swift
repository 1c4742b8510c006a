import Domain

extension FlagEvaluation {
    /// As the OpenFeature remote evaluation protocol says it. The metadata are flat, so that hooks can copy them to spans.
    func json(flag key: String, of app: ServedApp, _ context: FlagContext) -> JSON {
        var metadata = exposure?.metadata ?? []
        if let targetingKey = context.targetingKey { metadata.append(.init("contextId", .string(targetingKey))) }
        return [
            "key": .string(key), "value": app.value(of: release), "reason": .string(reason.rawValue),
            "variant": .string(release), "metadata": .object(metadata),
        ]
    }

    /// As it is said without any protocol.
    func json(of app: ServedApp) -> JSON {
        [
            "app": .string(app.name), "release": .string(release), "value": app.value(of: release),
            "reason": .string(reason.rawValue), "rollout": exposure.map { .object($0.metadata) } ?? .null,
        ]
    }
}

extension Exposure {
    fileprivate var metadata: [JSON.Member] {
        [
            .init("rolloutId", .string(rollout.description)), .init("step", JSON(step + 1)),
            .init("weight", JSON(weight)), .init("epoch", JSON(epoch)),
            .init("arm", .string(isCanary ? "canary" : "stable")),
            .init("version", .string("\(rollout).\(epoch).\(step + 1)")),
        ]
    }
}
