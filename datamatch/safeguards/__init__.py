"""Legal, technical, ethical: questions, gates, owners, evidence."""
