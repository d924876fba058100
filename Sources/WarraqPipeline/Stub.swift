// WarraqPipeline
