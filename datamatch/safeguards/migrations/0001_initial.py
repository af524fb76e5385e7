import datamatch.foundation.public
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
            name='Gate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('moment', models.CharField(choices=[('start', 'Before the start'), ('result', 'Before use of the result')], max_length=8)),
                ('opened_at', models.DateTimeField()),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['idea', 'opened_at'],
                'constraints': [models.UniqueConstraint(fields=('idea', 'moment'), name='gate_once')],
            },
        ),
        migrations.CreateModel(
            name='Safeguard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('aspect', models.CharField(choices=[('legal', 'Legal'), ('technical', 'Technical'), ('ethical', 'Ethical')], max_length=10)),
                ('verdict', models.CharField(choices=[('open', 'Open'), ('go', 'Go'), ('go_if', 'Go, if'), ('no_go', 'No go')], default='open', max_length=6)),
                ('evidence', models.TextField(blank=True, max_length=2000)),
                ('condition', models.TextField(blank=True, max_length=1000)),
                ('condition_met_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('expires_on', models.DateField(null=True)),
                ('gate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='safeguards', to='safeguards.gate')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['gate', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('gate', 'aspect'), name='safeguard_once'), models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'go_if'), _negated=True), models.Q(('condition', ''), _negated=True), _connector='OR'), name='safeguard_condition_named'), models.CheckConstraint(condition=models.Q(('verdict', 'open'), ('decided_at__isnull', False), _connector='OR'), name='safeguard_decided_at')],
            },
        ),
    ]
