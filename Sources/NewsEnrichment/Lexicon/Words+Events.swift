/// Words of events. Ours.
let eventWords: [WordList] = []
