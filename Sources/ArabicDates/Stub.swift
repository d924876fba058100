// ArabicDates
