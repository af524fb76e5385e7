"""What is measured, one module per decision."""
