import datamatch.foundation.public
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('editions', '0001_initial'),
        ('ideas', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Matching',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('made_at', models.DateTimeField()),
                ('seed', models.PositiveIntegerField()),
                ('input_digest', models.CharField(max_length=64)),
                ('unfilled', models.PositiveIntegerField()),
                ('gap', models.FloatField(default=0)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editions.edition')),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('state', models.CharField(choices=[('draft', 'Draft team'), ('formed', 'Team'), ('released', 'Released')], default='draft', max_length=8)),
                ('made_at', models.DateTimeField()),
                ('idea', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('role', models.CharField(max_length=40)),
                ('hours_per_week', models.PositiveSmallIntegerField()),
                ('lead', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('proposed', 'Asked'), ('accepted', 'Said yes'), ('declined', 'Said no')], default='proposed', max_length=8)),
                ('reasons', models.JSONField(default=list)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, max_length=300)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='teams.team')),
            ],
            options={
                'ordering': ['team', '-lead', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('team', 'person'), name='member_once'), models.UniqueConstraint(condition=models.Q(('lead', True)), fields=('team',), name='one_lead')],
            },
        ),
    ]
