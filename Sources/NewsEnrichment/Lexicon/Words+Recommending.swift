/// Verbs of recommending, agreeing, asking and deciding. Ours.
let recommendRows: [RecommendRow] = [
    RecommendRow("أوصى", "يوصي", "موصي", .recommend, [.ba]),
    RecommendRow("اتفق", "", "", .agree, [.ala]),
    RecommendRow("توافق", "", "", .agree, [.ala]),
    RecommendRow("دعا", "يدعو", "داعي", .request, [.ila]),
    RecommendRow("طالب", "يطالب", "مطالب", .request, [.ba]),
    RecommendRow("حث", "يحث", "حاث", .request, [.ala]),
    RecommendRow("ناشد", "يناشد", "مناشد", .request, [.ba]),
    RecommendRow("اقترح", "يقترح", "مقترح", .recommend, [.object]),
    RecommendRow("قرر", "", "", .decide, [.object]),
    RecommendRow("تقرر", "", "", .decide, [.object]),
    RecommendRow("صادق", "", "", .decide, [.ala]),
    RecommendRow("وافق", "", "", .decide, [.ala]),
]
