import Testing

@testable import ArabicDates

struct CivilDateTests {
    @Test func `every day from 1800 to 2200 follows the one before`() throws {
        var day = try #require(CivilDate(year: 1800, month: 1, day: 1))
        var weekday = day.weekday
        while day.year < 2200 {
            let next = try #require(day.adding(days: 1))
            #expect(next > day)
            #expect(next.dayNumber == day.dayNumber + 1)
            #expect(next.weekday == weekday % 7 + 1)
            weekday = next.weekday
            day = next
        }
    }

    @Test func `8 March 2014 was a Saturday`() {
        #expect(CivilDate(year: 2014, month: 3, day: 8)?.weekday == 6)
    }

    @Test func `days that do not exist are refused`() {
        #expect(CivilDate(year: 2014, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2014, month: 13, day: 1) == nil)
        #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    }

    @Test func `what is not known of a date is X`() {
        #expect(isoDate(987, 3, 8, parts: 3) == "0987-03-08")
        #expect(isoDate(2014, nil, 8, parts: 3) == "2014-XX-08")
        #expect(isoDate(nil, 3, parts: 2) == "XXXX-03")
        #expect(isoDate(10_000, parts: 1) == "XXXX")
    }

    @Test func `a month later keeps to the month`() {
        let day = CivilDate(year: 2014, month: 1, day: 31)
        #expect(day?.adding(months: 1)?.description == "2014-02-28")
        #expect(day?.adding(months: -2)?.description == "2013-11-30")
    }

    @Test(arguments: [
        (1432, 9, 14, "2011-08-14"), (1441, 8, 13, "2020-04-06"), (1446, 1, 1, "2024-07-07"),
        (1445, 10, 1, "2024-04-10"), (1300, 1, 1, "1882-11-12"),
    ])
    func `Hijri days are those of Umm al-Qura`(year: Int, month: Int, day: Int, expected: String) {
        let date = IslamicCalendar.civilDate(year: year, month: month, day: day)
        #expect(date?.description == expected)
    }
}
