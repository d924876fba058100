// WarraqTransport
