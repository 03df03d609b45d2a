"""What is kept: per subject its tables and its named verbs, each verb one transaction."""
