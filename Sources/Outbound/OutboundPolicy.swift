/// What a client may reach and how long and how much it waits for. The limits hold for every request; a request can only tighten them.
public struct OutboundPolicy: Sendable {
    /// Whether `http://` may be spoken. Even then only to this machine: in clear text nothing leaves it.
    public var allowsPlainLoopback = false
    /// Addresses that may be connected to although they are private, such as a judge in one's own network.
    public var allowedAddresses: [AddressRange] = []
    /// How long opening a connection may take, name look-up and TLS included.
    public var connectTimeout: Duration = .seconds(5)
    /// How long a request may take in all.
    public var timeout: Duration
    /// An answer that is slower than this is given up; nil where an answer may be awaited in silence.
    public var slowest: Speed? = Speed(bytesPerSecond: 100, over: .seconds(10))
    /// Bytes of an answer's body, after decompression.
    public var answerLimit: Int
    /// Bytes of an answer's header.
    public var headerLimit = 64 * 1024

    /// A policy that speaks HTTPS to public addresses, with the given limits.
    public init(timeout: Duration, answerLimit: Int) {
        self.timeout = timeout
        self.answerLimit = answerLimit
    }

    /// For models that judge: 60 s, 4 MiB.
    public static let judge = OutboundPolicy(timeout: .seconds(60), answerLimit: 4 << 20)
    /// For webhooks: 10 s, 64 KiB.
    public static let webhook = OutboundPolicy(timeout: .seconds(10), answerLimit: 64 << 10)
    /// For reading metrics: 10 s, 16 MiB.
    public static let scrape = OutboundPolicy(timeout: .seconds(10), answerLimit: 16 << 20)

    /// The same limits, and this machine may be spoken to as well, also in clear text.
    public var allowingLoopback: OutboundPolicy {
        var policy = self
        policy.allowsPlainLoopback = true
        policy.allowedAddresses += AddressRange.loopback
        return policy
    }

    /// A rate that an answer must keep up over a while.
    public struct Speed: Sendable, Hashable {
        /// Bytes that must arrive each second, on average.
        public var bytesPerSecond: Int
        /// Over how long the average is taken, in whole seconds.
        public var over: Duration

        /// Creates a rate.
        public init(bytesPerSecond: Int, over: Duration) {
            self.bytesPerSecond = bytesPerSecond
            self.over = over
        }
    }

    /// Whether a connection to this address may be opened for a URL of this scheme.
    func allows(_ address: IPAddress, scheme: HTTPRequest.Scheme) -> Bool {
        if scheme == .http && !address.isLoopback { return false }
        return allowedAddresses.contains { $0.contains(address) }
            || !AddressRange.refusedByDefault.contains { $0.contains(address) }
    }

    /// Whether a URL of this scheme may be asked for at all.
    func allows(_ scheme: HTTPRequest.Scheme) -> Bool {
        scheme == .https || allowsPlainLoopback
    }
}
