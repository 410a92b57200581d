"""What a workflow says on GitHub: one standing issue, a proposed change, an answer.

Only these modules know GitHub; who keeps the repository elsewhere replaces this package and `.github/`.
"""
