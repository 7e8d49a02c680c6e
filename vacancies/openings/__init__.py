"""What would open more: single changes of a profile, the vacancies behind each, and keeping one."""
