// ArabicText
