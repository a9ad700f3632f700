import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('docket', '0052_sheet_imports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OpenForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(editable=False, help_text='The model, such as docket.filing.', max_length=60)),
                ('object_id', models.BigIntegerField(editable=False, help_text='The row.')),
                ('opened_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True, editable=False)),
                ('user', models.ForeignKey(editable=False, help_text='Who opened it.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('opened_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('label', 'object_id', 'user'), name='open_form_once')],
            },
        ),
    ]
