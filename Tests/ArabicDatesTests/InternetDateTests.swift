import ArabicDates
import Testing

struct InternetDateTests {
    @Test(arguments: [
        ("2014-03-08", "2014-03-08"),
        ("2014-03-08T10:35", "2014-03-08T10:35:00"),
        ("2014-03-08T10:35:00Z", "2014-03-08T10:35:00Z"),
        ("2014-03-08T10:35:07.123+01:00", "2014-03-08T10:35:07+01:00"),
        ("2014-03-08 10:35:07 +0100", "2014-03-08T10:35:07+01:00"),
        ("2014-3-8T1:02:03Z", "2014-03-08T01:02:03Z"),
        ("20140308T103507Z", "2014-03-08T10:35:07Z"),
        ("2014-12-31T24:00:00Z", "2015-01-01T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("Wed, 12 Mar 2014 10:35:00 +0000", "2014-03-12T10:35:00Z"),
        ("Wed, 12 Mar 2014 10:35:00 GMT", "2014-03-12T10:35:00Z"),
        ("12 Mar 14 10:35 EST", "2014-03-12T10:35:00-05:00"),
        ("Wed, 12-Mar-2014 10:35:00 GMT", "2014-03-12T10:35:00Z"),
        ("Wed, 12 March 2014 10:35:00 +0100 (CET)", "2014-03-12T10:35:00+01:00"),
        ("  2014-03-08T10:35:00-03:30\n", "2014-03-08T10:35:00-03:30"),
    ])
    func `machine dates are read`(text: String, expected: String) throws {
        let instant = try #require(InternetDate.parse(text))
        #expect((instant.rfc3339 ?? instant.description) == expected)
    }

    @Test(arguments: [
        "2014", "2014-03", "2014-02-30", "2014-03-08T25:00:00Z", "2014-03-08T10:61Z", "12 Mar",
        "2014-03-08T10:35:00+99:00", "2014-03-08x", "مارس", "", "Wed, 32 Mar 2014 10:35:00 GMT",
        "2014-03-08T10:35:00+1",
    ])
    func `anything else is refused`(text: String) {
        #expect(InternetDate.parse(text) == nil)
    }

    @Test func `an instant counts seconds from 1970`() throws {
        let instant = try #require(InternetDate.parse("2014-03-08T01:00:00+01:00"))
        #expect(instant.unixSeconds == 1_394_236_800)
    }
}
