import Configuration
import Domain
import Outbound
import Storage

/// Posts a notification as JSON. With a secret it is signed, so that the receiver knows who wrote it and when.
struct WebhookChannel: DeliveryChannel {
    private let poster: Poster
    private let secretFile: String?
    private let clock: any WallClock

    init(_ server: ReceiverSettings.Server, secretFile: String?, clock: any WallClock) {
        (poster, self.secretFile, self.clock) = (Poster(server), secretFile, clock)
    }

    func deliver(_ delivery: Delivery, timeout: Duration) throws(DeliveryFailure) {
        try poster.post(delivery.payload, timeout: timeout) { body throws(DeliveryFailure) in
            var headers = [HTTPHeader("X-Headframe-Delivery", delivery.key.text)]
            if let secretFile {
                let signature = WebhookSignature(secret: try SecretFile.read(secretFile), at: clock.now(), body: body)
                headers.append(HTTPHeader("X-Headframe-Signature", signature.text))
            }
            return headers
        }
    }

    func check() throws(DeliveryFailure) {
        _ = try poster.address()
        if let secretFile { _ = try SecretFile.read(secretFile) }
    }

    func close() { poster.close() }
}
