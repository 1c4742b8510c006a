import Domain
import Wire

/// A whole export request, as it came.
struct ExportRequest: Sendable {
    var signal: Signal
    var format: BodyFormat
    var isGzip: Bool
    var body: RequestBody
    /// When its last byte came.
    var received: Timestamp
    /// Whose it is: the address of the client.
    var client: String
    /// The share of the decode budget that its body takes, given back when the last copy of the request is gone.
    var reservation: DecodeReservation
    /// Whether the client still wants it.
    var withdrawal = Withdrawal()
}
