import datamatch.foundation.public
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ideas', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Canvas',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('demand', models.TextField(blank=True, max_length=3000)),
                ('owner_of_demand', models.CharField(blank=True, max_length=120)),
                ('feasibility', models.TextField(blank=True, max_length=3000)),
                ('sources', models.TextField(blank=True, max_length=2000)),
                ('result', models.TextField(blank=True, max_length=3000)),
                ('measure', models.TextField(blank=True, max_length=1000)),
                ('weeks', models.PositiveSmallIntegerField(default=13)),
                ('euros', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('idea', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoleNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=40)),
                ('hours_per_week', models.PositiveSmallIntegerField(default=4)),
                ('must', models.BooleanField(default=True)),
                ('canvas', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='canvas.canvas')),
            ],
            options={
                'ordering': ['-must', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('canvas', 'role'), name='role_need_once'), models.CheckConstraint(condition=models.Q(('hours_per_week__gte', 1)), name='role_need_hours')],
            },
        ),
    ]
