/// The words by which people and bodies are found.
let nameWords: [WordList] =
    givenNameWords + foreignNameWords + familyNameWords + titleWords + organisationWords
    + commonWords + ownCommonWords
