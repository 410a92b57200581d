"""What of the benchmarks computes: nothing here is timed."""
