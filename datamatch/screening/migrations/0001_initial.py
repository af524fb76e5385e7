import datamatch.foundation.public
import django.core.validators
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
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('state', models.CharField(choices=[('open', 'To do'), ('done', 'Done'), ('abstained', 'Stepped back')], default='open', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('assigned_at', models.DateTimeField()),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
                ('screener', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['assigned_at', 'pk'],
                'indexes': [models.Index(fields=['screener', 'state'], name='screening_a_screene_a346fa_idx')],
                'constraints': [models.UniqueConstraint(fields=('idea', 'screener'), name='assignment_once')],
            },
        ),
        migrations.CreateModel(
            name='Calibration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('made_at', models.DateTimeField()),
                ('review_count', models.PositiveIntegerField()),
                ('screener_count', models.PositiveIntegerField()),
                ('seed', models.PositiveIntegerField()),
                ('input_digest', models.CharField(max_length=64)),
                ('variances', models.JSONField(default=dict)),
                ('identifiable', models.BooleanField(default=True)),
                ('claimed_overlap', models.FloatField(default=0)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editions.edition')),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('round', models.CharField(choices=[('shortlist', 'Shortlist'), ('verdict', 'Verdict of the jury')], max_length=10)),
                ('outcome', models.CharField(choices=[('yes', 'Yes'), ('reserve', 'Reserve'), ('no', 'Not this time')], max_length=8)),
                ('reason', models.TextField(max_length=3000)),
                ('prepared', models.BooleanField(default=False)),
                ('departs', models.BooleanField(default=False)),
                ('motive', models.TextField(blank=True, max_length=1000)),
                ('decided_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['idea', 'decided_at'],
                'constraints': [models.UniqueConstraint(fields=('idea', 'round'), name='decision_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='decision_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('confidence', models.PositiveSmallIntegerField(choices=[(1, 'I am new to this subject'), (2, 'I know the subject a little'), (3, 'I know the subject well')], default=2)),
                ('remark', models.TextField(blank=True, max_length=2000)),
                ('given_at', models.DateTimeField()),
                ('assignment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='screening.assignment')),
            ],
            options={
                'ordering': ['given_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.criterion')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='screening.review')),
            ],
            options={
                'ordering': ['review', 'criterion__position'],
                'constraints': [models.UniqueConstraint(fields=('review', 'criterion'), name='score_once'), models.CheckConstraint(condition=models.Q(('value__range', (1, 5))), name='score_in_scale')],
            },
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField()),
                ('raw_place', models.PositiveIntegerField()),
                ('review_count', models.PositiveSmallIntegerField()),
                ('raw', models.FloatField(null=True)),
                ('score', models.FloatField()),
                ('low', models.FloatField()),
                ('high', models.FloatField()),
                ('chance', models.FloatField()),
                ('expected_rank', models.FloatField()),
                ('spread', models.FloatField(null=True)),
                ('zone', models.CharField(choices=[('in', 'Sure in'), ('discuss', 'To discuss'), ('out', 'Sure out')], max_length=8)),
                ('calibration', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standings', to='screening.calibration')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['calibration', 'place'],
                'constraints': [models.UniqueConstraint(fields=('calibration', 'idea'), name='standing_once'), models.UniqueConstraint(fields=('calibration', 'place'), name='standing_place_once')],
            },
        ),
    ]
