/// What a call that began at a moment costs by the table of prices; nil when there is no price or no usage.
public typealias CallPricer = @Sendable (Call, Timestamp) -> Money?
