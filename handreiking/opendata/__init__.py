"""The handreiking as data for other programs: files with a described format, and what the pages say of themselves."""
