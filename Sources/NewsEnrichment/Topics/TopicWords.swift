/// The Media Topics that articles are given, and the words that show them. The words are ours; codes and
/// tree are IPTC Media Topics (cv.iptc.org/newscodes/mediatopic, CC BY 4.0, as of 2025-03-31). The Arabic
/// labels are ours too: several of IPTC's are stale.
///
/// A line with a code begins a topic, with one dash for each step below its top level; its words follow.
/// A phrase is joined by `_`; `/` adds endings to a word; `+` marks words that show the topic by
/// themselves, `?` weak ones, and a leading `-` those that speak against it. A word without ال stands
/// for both forms.
enum TopicWords {
    /// All topics, top level by top level.
    static let lists: [String] = [
        arts, conflict, crime, disaster, economy, education, environment, health, human, labour,
        lifestyle, politics, religion, science, society, sport, weather,
    ]

    /// Words that contain another one after a proclitic that is none: فكرة is not ف and كرة.
    static let lookAlikes = """
        فكرة فكرته فكرتها بحرية بحريات فقر فقط بدين بدينة كحرف فحرب وطن بطن لسلام بحج بقرة فجامع
        بلدي كفن وفن لفن بفن بعلم بسهم بركة بورق كدين لدين ولدين والدين ولد بولد فهم بطلة بملك
        """
}
