import NIOCore
import Wire

/// A body as far as it has come, held within a budget that requests share.
struct Upload {
    let reservation: DecodeReservation
    let body = RequestBody()

    init(_ budget: DecodeBudget) { reservation = budget.reservation() }

    /// Bytes that have come.
    var count: Int { reservation.count }

    /// Adds what came next.
    ///
    /// - Throws: a refusal when too much is being read at this moment.
    func append(_ bytes: ByteBufferView, _ service: HTTPService) throws(Refusal) {
        do throws(WireError) {
            try reservation.take(bytes.count)
        } catch {
            service.metrics.rejectedRequests.add(.busy)
            throw .unavailable(error.message)
        }
        body.append(bytes)
    }
}
