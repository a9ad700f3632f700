"""Docket numbers are compared and searched in one normal form; the next migration fills it in."""

import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('docket', '0017_court_ids'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='docket_number_normal',
            field=models.TextField(blank=True, default='', editable=False, help_text='The docket number in the one form of its forum, by which spellings meet; made from it at each save.'),
        ),
        migrations.AddField(
            model_name='casehistory',
            name='docket_number_normal',
            field=models.TextField(blank=True, default='', editable=False, help_text='The docket number in the one form of its forum, by which spellings meet; made from it at each save.'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('docket_number_normal'), name='gin_trgm_ops'), name='case_normal_number_trgm'),
        ),
    ]
