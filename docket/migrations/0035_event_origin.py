# Of the events that are there nothing is recorded: the empty value, and no table is rewritten.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("docket", "0034_tribunals_inquests_liaison"),
    ]

    operations = [
        migrations.AddField(
            model_name='claimevent',
            name='origin',
            field=models.CharField(blank=True, choices=[('', 'Not recorded'), ('staff', 'Entered by staff'), ('imported', 'Imported from the forum’s own page')], default='', editable=False, help_text='How it came into the record: entered by staff, or imported; what staff change is theirs. Empty: not recorded.', max_length=10),
        ),
        migrations.AddField(
            model_name='claimeventhistory',
            name='origin',
            field=models.CharField(blank=True, choices=[('', 'Not recorded'), ('staff', 'Entered by staff'), ('imported', 'Imported from the forum’s own page')], default='', editable=False, help_text='How it came into the record: entered by staff, or imported; what staff change is theirs. Empty: not recorded.', max_length=10),
        ),
        migrations.AlterField(
            model_name='claimevent',
            name='origin',
            field=models.CharField(blank=True, choices=[('', 'Not recorded'), ('staff', 'Entered by staff'), ('imported', 'Imported from the forum’s own page')], default='staff', editable=False, help_text='How it came into the record: entered by staff, or imported; what staff change is theirs. Empty: not recorded.', max_length=10),
        ),
        migrations.AlterField(
            model_name='claimeventhistory',
            name='origin',
            field=models.CharField(blank=True, choices=[('', 'Not recorded'), ('staff', 'Entered by staff'), ('imported', 'Imported from the forum’s own page')], default='staff', editable=False, help_text='How it came into the record: entered by staff, or imported; what staff change is theirs. Empty: not recorded.', max_length=10),
        ),
    ]
