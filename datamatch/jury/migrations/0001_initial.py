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
            name='BallotBox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], default='open', max_length=6)),
                ('quorum', models.PositiveSmallIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('outcome', models.JSONField(default=dict)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.edition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('cast_at', models.DateTimeField()),
                ('juror', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('box', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to='jury.ballotbox')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('box', 'juror'), name='ballot_once')],
            },
        ),
        migrations.CreateModel(
            name='Pitch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('place', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveSmallIntegerField(default=8)),
                ('starts_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'To come'), ('on_stage', 'On stage'), ('done', 'Done')], default='waiting', max_length=8)),
                ('began_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('idea', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['starts_at', 'place'],
            },
        ),
        migrations.CreateModel(
            name='BallotRank',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveSmallIntegerField()),
                ('ballot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ranks', to='jury.ballot')),
                ('pitch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='jury.pitch')),
            ],
            options={
                'ordering': ['ballot', 'rank'],
                'constraints': [models.UniqueConstraint(fields=('ballot', 'pitch'), name='ballot_pitch_once'), models.UniqueConstraint(fields=('ballot', 'rank'), name='ballot_rank_once')],
            },
        ),
        migrations.CreateModel(
            name='Recusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('juror', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pitch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recusals', to='jury.pitch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pitch', 'juror'), name='recusal_once')],
            },
        ),
        migrations.CreateModel(
            name='Scorecard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('given_at', models.DateTimeField()),
                ('juror', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pitch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='jury.pitch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pitch', 'juror'), name='scorecard_once')],
            },
        ),
        migrations.CreateModel(
            name='CardScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.criterion')),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='jury.scorecard')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('card', 'criterion'), name='card_score_once'), models.CheckConstraint(condition=models.Q(('value__range', (1, 5))), name='card_score_in_scale')],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('motive', models.TextField(blank=True, max_length=3000)),
                ('departs', models.BooleanField(default=False)),
                ('settled_at', models.DateTimeField()),
                ('box', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='verdict', to='jury.ballotbox')),
                ('chosen', models.ManyToManyField(related_name='+', to='ideas.idea')),
                ('settled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('departs', False), models.Q(('motive', ''), _negated=True), _connector='OR'), name='verdict_motive')],
            },
        ),
    ]
