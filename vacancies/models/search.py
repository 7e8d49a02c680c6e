"""The index of the public text search: a small vocabulary and the vacancies that use each word."""

from django.db import models

from vacancies.models.vacancy import Vacancy


class SearchWord(models.Model):
    """A distinct word of the open vacancies, folded; part-words are looked for in here."""

    word = models.CharField(max_length=60, unique=True)
    stem = models.CharField(max_length=60, db_index=True)

    class Meta:
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word


class SearchEntry(models.Model):
    """A vacancy uses a word; `weight` is highest in the title."""

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="entries")
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="search_entries")
    weight = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["word", "weight", "vacancy"], name="search_entry_by_weight"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["word", "vacancy"], name="search_entry_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.word_id} {self.vacancy_id}"
