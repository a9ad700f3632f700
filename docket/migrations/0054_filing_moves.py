import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('docket', '0053_open_forms'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FilingMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_id', models.BigIntegerField(editable=False, help_text='The case whose docket they left.')),
                ('to_id', models.BigIntegerField(editable=False, help_text='The case on whose docket they stand since.')),
                ('filings', models.JSONField(default=dict, editable=False, help_text='Filing → the sequence that it had.')),
                ('filers', models.JSONField(default=dict, editable=False, help_text='Filer → the case party that it named.')),
                ('state', models.CharField(editable=False, help_text='SHA-256 of the versions of all that was moved: changed since, it is not public again by the undo.', max_length=64)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('undone_at', models.DateTimeField(editable=False, help_text='When it was undone; empty: it stands.', null=True)),
                ('author', models.ForeignKey(editable=False, help_text='Who moved them; empty: the command line.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(editable=False, help_text='Who undid it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
                'indexes': [models.Index(fields=['to_id'], name='filing_move_to'), models.Index(fields=['from_id'], name='filing_move_from')],
            },
        ),
    ]
