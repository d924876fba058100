// WarraqCore
