"""The pages that belong to no feature: home, about, privacy, accessibility, errors, gallery."""
