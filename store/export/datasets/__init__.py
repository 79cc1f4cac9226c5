"""Datasets: all that a store holds, as tables for programs that count, each column described once."""
