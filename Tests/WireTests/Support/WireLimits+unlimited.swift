import Wire

extension WireLimits {
    /// Nothing is refused or cut for its size.
    static var unlimited: WireLimits {
        var limits = WireLimits()
        (limits.attributes, limits.key, limits.value, limits.content) = (.max, .max, .max, .max)
        (limits.events, limits.links, limits.items, limits.resourcesPerService) = (.max, .max, .max, .max)
        return limits
    }
}
