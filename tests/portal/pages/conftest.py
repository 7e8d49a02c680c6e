from tests.outside import client, fresh_counts

__all__ = ["client", "fresh_counts"]
