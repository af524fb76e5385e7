"""What people want to try: ideas, co-authors, and the energy behind them."""
