"""From a report to a page: sentences, quotations, and the parse with its known slips mended."""
