// WarraqTesting
