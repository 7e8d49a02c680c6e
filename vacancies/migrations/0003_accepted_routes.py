from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('vacancies', '0002_decisions'),
    ]

    operations = [
        migrations.AddField(
            model_name='candidatefacts',
            name='papers_told',
            field=models.SmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='candidatefacts',
            name='routes_open_if_mask',
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name='candidatefacts',
            name='routes_open_mask',
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name='vacancy',
            name='named_teacher',
            field=models.CharField(blank=True, max_length=80, verbose_name='responsible teacher'),
        ),
        migrations.AddField(
            model_name='vacancy',
            name='routes_mask',
            field=models.PositiveIntegerField(default=0, verbose_name='routes accepted'),
        ),
        migrations.AddField(
            model_name='vacancyfacts',
            name='routes_help_mask',
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name='vacancyfacts',
            name='routes_mask',
            field=models.IntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=models.CheckConstraint(condition=models.Q(('routes_mask__lt', 4096)), name='vacancy_routes_fit'),
        ),
    ]
