// NearDuplicates
