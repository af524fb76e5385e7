import datamatch.foundation.public
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Chore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, unique=True)),
                ('begun_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('count', models.IntegerField(default=0)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('retry_at', models.DateTimeField(null=True)),
                ('holder', models.CharField(blank=True, max_length=32)),
                ('held_until', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='TrailHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('length', models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('kind', models.CharField(max_length=120)),
                ('subject', models.UUIDField()),
                ('asked_by', models.UUIDField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('language', models.CharField(default='nl', max_length=2)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'running'), ('done', 'done'), ('refused', 'refused'), ('failed', 'failed')], default='waiting', max_length=8)),
                ('share', models.PositiveSmallIntegerField(default=0)),
                ('saying', models.TextField(blank=True)),
                ('problem', models.TextField(blank=True)),
                ('began_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('holder', models.CharField(blank=True, max_length=32)),
                ('held_until', models.DateTimeField(null=True)),
                ('ticket', models.UUIDField(null=True)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['kind', 'subject', '-asked_at'], name='foundation__kind_5fad6b_idx'), models.Index(fields=['state', 'held_until'], name='foundation__state_4b22d3_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'running'])), fields=('kind', 'subject'), name='job_unfinished_once'), models.CheckConstraint(condition=models.Q(('share__lte', 100)), name='job_share_is_a_percentage')],
            },
        ),
        migrations.CreateModel(
            name='KeptText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('of', models.UUIDField()),
                ('scope', models.UUIDField(null=True)),
                ('language', models.CharField(max_length=2)),
                ('title', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('address', models.CharField(max_length=300)),
                ('analysed', models.TextField()),
                ('vector', models.BinaryField()),
                ('encoder', models.CharField(max_length=20)),
                ('analyser_version', models.CharField(max_length=8)),
                ('text_hash', models.CharField(max_length=64)),
                ('mark', models.BigIntegerField()),
                ('kept_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['kind', 'pk'],
                'indexes': [models.Index(fields=['kind', 'scope'], name='foundation__kind_a0c3ff_idx'), models.Index(fields=['mark'], name='kept_text_mark')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'of'), name='kept_text_once')],
            },
        ),
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('key', models.CharField(max_length=160, unique=True)),
                ('to', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('language', models.CharField(default='nl', max_length=2)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('sent', 'sent'), ('failed', 'failed')], default='waiting', max_length=8)),
                ('queued_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['state', 'due_at'], name='foundation__state_e2bc4b_idx')],
            },
        ),
        migrations.CreateModel(
            name='TrailEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveBigIntegerField(unique=True)),
                ('at', models.DateTimeField()),
                ('deed', models.CharField(max_length=80)),
                ('of_type', models.CharField(max_length=80)),
                ('of_id', models.CharField(max_length=64)),
                ('actor_id', models.UUIDField(null=True)),
                ('origin', models.CharField(max_length=80)),
                ('result', models.CharField(default='done', max_length=16)),
                ('details', models.JSONField(default=dict)),
                ('previous', models.CharField(max_length=64)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['position'],
                'indexes': [models.Index(fields=['of_type', 'of_id'], name='foundation__of_type_6c64b8_idx')],
            },
        ),
    ]
