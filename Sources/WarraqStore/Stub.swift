// WarraqStore
