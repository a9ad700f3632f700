import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import docket.publishing.bases
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attorney',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('public_id', models.CharField(default=docket.publishing.bases.new_public_id, editable=False, max_length=12, unique=True)),
                ('visibility', models.CharField(choices=[('public', 'Public'), ('hidden', 'Hidden'), ('expunged', 'Expunged')], default='public', editable=False, help_text='Public while a public case or matter refers to it, unless hidden.', max_length=10)),
                ('name', models.TextField(help_text="As the court's record gives it.")),
            ],
            options={
                'ordering': ('name', 'pk'),
                'abstract': False,
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('name'), name='gin_trgm_ops'), name='attorney_name_trgm')],
            },
        ),
        migrations.CreateModel(
            name='Firm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('public_id', models.CharField(default=docket.publishing.bases.new_public_id, editable=False, max_length=12, unique=True)),
                ('visibility', models.CharField(choices=[('public', 'Public'), ('hidden', 'Hidden'), ('expunged', 'Expunged')], default='public', editable=False, help_text='Public while a public case or matter refers to it, unless hidden.', max_length=10)),
                ('name', models.TextField(help_text='As the firm writes it.')),
            ],
            options={
                'ordering': ('name', 'pk'),
                'abstract': False,
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('name'), name='gin_trgm_ops'), name='firm_name_trgm')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='firm_has_name', violation_error_message='A firm needs a name.')],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('public_id', models.CharField(default=docket.publishing.bases.new_public_id, editable=False, max_length=12, unique=True)),
                ('visibility', models.CharField(choices=[('public', 'Public'), ('hidden', 'Hidden'), ('expunged', 'Expunged')], default='public', editable=False, help_text='Public while a public case or matter refers to it, unless hidden.', max_length=10)),
                ('kind', models.CharField(choices=[('person', 'Person'), ('organization', 'Organization'), ('government', 'Government'), ('estate', 'Estate'), ('in_rem', 'Property (in rem)'), ('group', 'Group')], default='person', help_text='What sort of party.', max_length=20)),
                ('name', models.TextField(help_text='As the public reads it. A minor: initials only (A.R.). A pseudonym: the pseudonym; the true name goes to the protected identity.')),
                ('sort_name', models.TextField(blank=True, db_default='', help_text='For alphabetical lists: “Roe, Jane”. Empty: the name itself.')),
                ('is_minor', models.BooleanField(default=False, help_text="A minor's name must be initials before it is public.")),
                ('description', models.TextField(blank=True, db_default='', help_text='One neutral line that tells this party from others of the name.')),
            ],
            options={
                'verbose_name_plural': 'parties',
                'ordering': ('sort_name', 'name', 'pk'),
                'abstract': False,
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('name'), name='gin_trgm_ops'), name='party_name_trgm'), models.Index(fields=['sort_name', 'id'], name='party_sort'), models.Index(django.db.models.functions.text.Upper(django.db.models.functions.text.Left('name', 200)), name='party_namesakes')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='party_has_name', violation_error_message='A party needs a name.'), models.CheckConstraint(condition=models.Q(('is_minor', False), ('name__regex', '^([A-Z]\\.){2,4}$'), _connector='OR'), name='party_minor_initials', violation_error_message='A minor is shown by initials only, such as A.R.')],
            },
        ),
        migrations.CreateModel(
            name='AttorneyContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('text', models.TextField(help_text='The block as filed, one line each.')),
                ('attorney', models.ForeignKey(help_text='Whose contact details these are.', on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='parties.attorney')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('attorney', 'text'), name='attorney_contact_once')],
            },
        ),
        migrations.CreateModel(
            name='AttorneyHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('public_id', models.CharField(default=docket.publishing.bases.new_public_id, editable=False, max_length=12)),
                ('visibility', models.CharField(choices=[('public', 'Public'), ('hidden', 'Hidden'), ('expunged', 'Expunged')], default='public', editable=False, help_text='Public while a public case or matter refers to it, unless hidden.', max_length=10)),
                ('name', models.TextField(help_text="As the court's record gives it.")),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='parties.attorney')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FirmHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('public_id', models.CharField(default=docket.publishing.bases.new_public_id, editable=False, max_length=12)),
                ('visibility', models.CharField(choices=[('public', 'Public'), ('hidden', 'Hidden'), ('expunged', 'Expunged')], default='public', editable=False, help_text='Public while a public case or matter refers to it, unless hidden.', max_length=10)),
                ('name', models.TextField(help_text='As the firm writes it.')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='parties.firm')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartyAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('aka', 'a/k/a (also known as)'), ('dba', 'd/b/a (doing business as)'), ('fka', 'f/k/a (formerly known as)'), ('nka', 'n/k/a (now known as)'), ('ta', 't/a (trading as)'), ('sued_as', 'sued as'), ('stage_name', 'professional name'), ('abbreviation', 'abbreviation'), ('spelling', 'other spelling')], default='aka', help_text='How the names are related.', max_length=20)),
                ('name', models.TextField(help_text='The other name, as filed.')),
                ('party', models.ForeignKey(help_text='Whose other name it is.', on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='parties.party')),
            ],
            options={
                'verbose_name_plural': 'party aliases',
                'ordering': ('party', 'name'),
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('party', 'kind', 'name'), name='party_alias_once')],
            },
        ),
        migrations.CreateModel(
            name='PartyHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('public_id', models.CharField(default=docket.publishing.bases.new_public_id, editable=False, max_length=12)),
                ('visibility', models.CharField(choices=[('public', 'Public'), ('hidden', 'Hidden'), ('expunged', 'Expunged')], default='public', editable=False, help_text='Public while a public case or matter refers to it, unless hidden.', max_length=10)),
                ('kind', models.CharField(choices=[('person', 'Person'), ('organization', 'Organization'), ('government', 'Government'), ('estate', 'Estate'), ('in_rem', 'Property (in rem)'), ('group', 'Group')], default='person', help_text='What sort of party.', max_length=20)),
                ('name', models.TextField(help_text='As the public reads it. A minor: initials only (A.R.). A pseudonym: the pseudonym; the true name goes to the protected identity.')),
                ('sort_name', models.TextField(blank=True, db_default='', help_text='For alphabetical lists: “Roe, Jane”. Empty: the name itself.')),
                ('is_minor', models.BooleanField(default=False, help_text="A minor's name must be initials before it is public.")),
                ('description', models.TextField(blank=True, db_default='', help_text='One neutral line that tells this party from others of the name.')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='parties.party')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProtectedIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('true_name', models.TextField(blank=True, help_text='The true name behind initials or a pseudonym.')),
                ('identifiers', models.TextField(blank=True, help_text='Last digits of identifiers, dates of birth, as filed.')),
                ('contact', models.TextField(blank=True, help_text='Addresses, telephone numbers and e-mail of the party.')),
                ('party', models.OneToOneField(help_text='Whose identity it is.', on_delete=django.db.models.deletion.PROTECT, related_name='protected_identity', to='parties.party')),
            ],
            options={
                'verbose_name_plural': 'protected identities',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AttorneyContactHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('text', models.TextField(help_text='The block as filed, one line each.')),
                ('attorney', models.ForeignKey(db_constraint=False, help_text='Whose contact details these are.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.attorney')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='parties.attorneycontact')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartyAliasHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.CharField(choices=[('aka', 'a/k/a (also known as)'), ('dba', 'd/b/a (doing business as)'), ('fka', 'f/k/a (formerly known as)'), ('nka', 'n/k/a (now known as)'), ('ta', 't/a (trading as)'), ('sued_as', 'sued as'), ('stage_name', 'professional name'), ('abbreviation', 'abbreviation'), ('spelling', 'other spelling')], default='aka', help_text='How the names are related.', max_length=20)),
                ('name', models.TextField(help_text='The other name, as filed.')),
                ('party', models.ForeignKey(db_constraint=False, help_text='Whose other name it is.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='parties.partyalias')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProtectedIdentityHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('true_name', models.TextField(blank=True, help_text='The true name behind initials or a pseudonym.')),
                ('identifiers', models.TextField(blank=True, help_text='Last digits of identifiers, dates of birth, as filed.')),
                ('contact', models.TextField(blank=True, help_text='Addresses, telephone numbers and e-mail of the party.')),
                ('party', models.ForeignKey(db_constraint=False, help_text='Whose identity it is.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='parties.protectedidentity')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
