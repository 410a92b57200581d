"""Pictures of figures, drawn at build time as SVG; the site colours them by its style sheet, the PDF by one within."""
