"""The one place that loads and cross-checks the knowledge under `data/`."""
