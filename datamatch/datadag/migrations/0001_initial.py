import datamatch.foundation.public
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('editions', '0001_initial'),
        ('people', '__first__'),
        ('projects', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DataDag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('held_on', models.DateField()),
                ('place', models.CharField(max_length=160)),
                ('capacity', models.PositiveIntegerField(default=150)),
                ('published_at', models.DateTimeField(null=True)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.edition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('state', models.CharField(choices=[('seated', 'Registered'), ('waiting', 'On the waiting list'), ('cancelled', 'Cancelled')], max_length=9)),
                ('registered_at', models.DateTimeField()),
                ('checked_in_at', models.DateTimeField(null=True)),
                ('datadag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='datadag.datadag')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['datadag', 'registered_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('datadag', 'person'), name='registration_once')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('opening', 'Opening'), ('result', 'Result of a project'), ('workshop', 'Workshop'), ('break', 'Break'), ('closing', 'Closing')], max_length=8)),
                ('title', models.CharField(max_length=160)),
                ('room', models.CharField(blank=True, max_length=80)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(default=30)),
                ('datadag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='datadag.datadag')),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.project')),
            ],
            options={
                'ordering': ['datadag', 'starts_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('project__isnull', False)), fields=('datadag', 'project'), name='project_shown_once')],
            },
        ),
    ]
