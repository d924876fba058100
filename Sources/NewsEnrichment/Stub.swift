// NewsEnrichment
