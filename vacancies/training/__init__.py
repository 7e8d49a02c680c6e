"""The work of trainee, school and provider together: from a first yes to the certificate.

Promises that everybody sees the same plan, that each day says why, and that history tells all.
"""
