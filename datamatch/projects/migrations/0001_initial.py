import datamatch.foundation.public
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ideas', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('state', models.CharField(choices=[('starting', 'Starting'), ('running', 'Under way'), ('finished', 'Finished')], default='starting', max_length=8)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('ending', models.CharField(blank=True, choices=[('worked', 'It worked'), ('partly', 'It worked in part'), ('did_not_work', 'It did not work, because')], max_length=12)),
                ('because', models.TextField(blank=True, max_length=2000)),
                ('result', models.TextField(blank=True, max_length=3000)),
                ('finished_at', models.DateTimeField(null=True)),
                ('idea', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['starts_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='project_ends_after_start'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'finished'), _negated=True), models.Q(('ending', ''), _negated=True), _connector='OR'), name='project_finished_has_ending'), models.CheckConstraint(condition=models.Q(models.Q(('ending', 'did_not_work'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='project_says_because')],
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('title', models.CharField(max_length=160)),
                ('due_on', models.DateField()),
                ('reached_at', models.DateTimeField(null=True)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='projects.project')),
            ],
            options={
                'ordering': ['project', 'due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('week', models.PositiveSmallIntegerField()),
                ('done', models.CharField(max_length=300)),
                ('next', models.CharField(max_length=300)),
                ('blocked', models.CharField(blank=True, max_length=300)),
                ('progress', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)])),
                ('given_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='projects.project')),
            ],
            options={
                'ordering': ['project', 'week'],
                'constraints': [models.UniqueConstraint(fields=('project', 'week'), name='report_once'), models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='report_percentage')],
            },
        ),
    ]
