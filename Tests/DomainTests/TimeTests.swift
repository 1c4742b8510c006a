import Domain
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("2026-11-24T03:12:44Z", Int64(1_795_489_964_000_000_000)),
        ("2026-11-24T03:12:44.5Z", 1_795_489_964_500_000_000),
        ("2026-11-24T05:12:44+02:00", 1_795_489_964_000_000_000),
        ("1969-12-31T23:59:59.999999999Z", -1), ("1970-01-01T00:00:00Z", 0),
        ("2000-02-29T00:00:00Z", 951_782_400_000_000_000),
    ])
    func rfc3339(text: String, nanoseconds: Int64) throws {
        let moment = try #require(Timestamp(rfc3339: text))
        #expect(moment.nanoseconds == nanoseconds)
        #expect(Timestamp(rfc3339: moment.rfc3339(.nanoseconds)) == moment)
    }

    @Test(arguments: [
        "", "2026-11-24", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T00:00:00",
        "2026-11-24T00:00:00.Z", "2026-11-24T00:00:00Zx", "2026-11-24T00:00:00+1:00", "٢٠٢٦-11-24T00:00:00Z",
    ])
    func refusesWhatIsNotRFC3339(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func everyMomentHasADayAndAText() {
        for nanoseconds in [Int64.min, Int64.min + 1, -1, 0, 1, .max - 1, .max] {
            let moment = Timestamp(nanoseconds: nanoseconds)
            #expect(!moment.rfc3339().isEmpty)
            #expect(moment.day.range.length <= .days(1))
            #expect(moment.floored(to: .minutes(1)) <= moment)
            #expect(moment.floored(to: Nanoseconds(.max)) <= moment)
        }
    }

    @Test func saturatesInsteadOfTrapping() {
        #expect(Timestamp(nanoseconds: .max).advanced(by: .days(1)).nanoseconds == .max)
        #expect(Timestamp(nanoseconds: .min).since(Timestamp(nanoseconds: .max)).count == .min)
        #expect(Nanoseconds.days(.max).count == .max)
        #expect((-Nanoseconds(.min)).count == .max)
    }

    @Test func boundariesAreAbsolute() {
        let step = Nanoseconds.minutes(10)
        #expect(Timestamp(seconds: 1_234_567).floored(to: step) == Timestamp(seconds: 1_234_200))
        #expect(Timestamp(seconds: -1).floored(to: step) == Timestamp(seconds: -600))
        #expect(Timestamp(seconds: 600).floored(to: step) == Timestamp(seconds: 600))
    }

    @Test func everyRangeHasItsDaysInOrder() {
        let moments = [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max].map(Timestamp.init(nanoseconds:))
        for from in moments {
            for to in moments {
                let range = TimeRange(from: from, to: to)
                #expect((range.days == nil) == (from == to))
                #expect(range.days?.contains(range.from.day.number) ?? true)
            }
        }
    }

    @Test func daysOfARange() {
        let range = TimeRange(from: Day("2026-11-23")!.start, to: Day("2026-11-25")!.start)
        #expect(range.days == 20_780...20_781)
        #expect(TimeRange(from: range.from, to: range.from).days == nil)
    }

    @Test(arguments: [
        ("03:12", "2026-11-24T03:12:00Z"), ("09:00", "2026-11-23T09:00:00Z"), ("15m", "2026-11-24T07:45:00Z"),
        ("now", "2026-11-24T08:00:00Z"), ("2026-11-20", "2026-11-20T00:00:00Z"), ("03:12:30", "2026-11-24T03:12:30Z"),
        ("2026-11-20T01:00:00Z", "2026-11-20T01:00:00Z"),
    ])
    func momentsAsPeopleWriteThem(text: String, moment: String) throws {
        let now = try #require(Timestamp(rfc3339: "2026-11-24T08:00:00Z"))
        #expect(TimeText.moment(text, now: now)?.rfc3339(.none) == moment)
    }

    @Test(arguments: ["", "25:00", "03:60", "3", "-5m", "xm", "1:2:3:4", "nan s", "1e300d"])
    func refusesWhatIsNoMoment(text: String) {
        #expect(TimeText.moment(text, now: Timestamp(seconds: 0)) == nil)
    }
}
