"""Pages of screening: reviews for screeners, ranking and decisions for managers."""
