"""How every page looks: base page, frames, components, tokens, icons and charts; it knows no domain word."""
