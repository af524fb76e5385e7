"""Who does it: people matched to shortlisted ideas by energy, skill and hours; consent."""
