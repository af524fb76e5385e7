import datamatch.foundation.public
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ideas', '0001_initial'),
        ('people', '__first__'),
        ('projects', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=140, unique=True)),
                ('title', models.CharField(max_length=120)),
                ('summary', models.CharField(max_length=350)),
                ('ending', models.CharField(choices=[('worked', 'It worked'), ('partly', 'It worked in part'), ('did_not_work', 'It did not work, because')], max_length=12)),
                ('because', models.TextField(blank=True, max_length=2000)),
                ('demand', models.TextField(max_length=2000)),
                ('result', models.TextField(max_length=3000)),
                ('lessons', models.TextField(max_length=3000)),
                ('reach', models.TextField(blank=True, max_length=1000)),
                ('how_to_reuse', models.TextField(blank=True, max_length=1000)),
                ('datasets', models.JSONField(default=list)),
                ('made_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.project')),
            ],
            options={
                'ordering': ['-published_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ending', 'did_not_work'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='case_says_because')],
            },
        ),
        migrations.CreateModel(
            name='Reuse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('what', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reuses', to='cases.case')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('case', 'idea'), name='reuse_once')],
            },
        ),
    ]
