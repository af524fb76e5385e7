"""Het verhaal: one edition replayed from files through the same deeds as the pages; the demo world."""
