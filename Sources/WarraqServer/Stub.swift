// WarraqServer
