"""Who somebody is and what they may do: one door for everyone, the role comes after.

Gates answer a stranger with 404 and somebody without a role with the page that gives one.
"""
