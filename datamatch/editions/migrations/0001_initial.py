import datamatch.foundation.public
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('purpose', models.TextField(blank=True, max_length=1000)),
                ('domains', models.ManyToManyField(blank=True, related_name='+', to='people.domain')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('stage', models.CharField(choices=[('preparing', 'Preparation'), ('call', 'Call'), ('screening', 'Screening'), ('matching', 'Matching'), ('pitching', 'Pitching'), ('delivery', 'Delivery'), ('showcase', 'DataDag'), ('closed', 'Closed')], default='preparing', max_length=12)),
                ('call_opens_on', models.DateField(blank=True, null=True)),
                ('call_closes_on', models.DateField(blank=True, null=True)),
                ('pitch_on', models.DateField(blank=True, null=True)),
                ('delivery_starts_on', models.DateField(blank=True, null=True)),
                ('datadag_on', models.DateField(blank=True, null=True)),
                ('delivery_weeks', models.PositiveSmallIntegerField(default=13)),
                ('reviews_per_idea', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(2)])),
                ('shortlist_size', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(1)])),
                ('chosen_count', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1)])),
                ('means_euros', models.PositiveIntegerField(default=0)),
                ('means_hours', models.PositiveIntegerField(default=0)),
                ('quorum', models.PositiveSmallIntegerField(default=3)),
                ('seed', models.PositiveIntegerField(default=111)),
                ('call_opens_time', models.TimeField(blank=True, null=True)),
                ('call_closes_time', models.TimeField(blank=True, null=True)),
                ('field_helps', models.JSONField(blank=True, default=dict)),
                ('access', models.CharField(choices=[('open', 'Everybody with an account'), ('code', 'Who has an access code'), ('domain', 'Who has an address at certain mail domains')], default='open', max_length=6)),
                ('sealed', models.BooleanField(default=False)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='editions.programme')),
            ],
            options={
                'ordering': ['programme', '-number'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'number'), name='edition_number_once'), models.CheckConstraint(condition=models.Q(('reviews_per_idea__gte', 2)), name='edition_two_reviews'), models.CheckConstraint(condition=models.Q(('chosen_count__lte', models.F('shortlist_size'))), name='edition_chosen_of_shortlist')],
            },
        ),
        migrations.CreateModel(
            name='AccessCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('note', models.CharField(blank=True, max_length=80)),
                ('most_uses', models.PositiveIntegerField(blank=True, null=True)),
                ('used', models.PositiveIntegerField(default=0)),
                ('expires_at', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', '-made_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('most_uses', None), ('used__lte', models.F('most_uses')), _connector='OR'), name='access_code_used_at_most')],
            },
        ),
        migrations.CreateModel(
            name='EditionInvite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invites', to='editions.edition')),
                ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.invitation')),
            ],
            options={
                'ordering': ['edition', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='EditionMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('joined_at', models.DateTimeField()),
                ('code', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='editions.accesscode')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='editions.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['edition', 'joined_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'person'), name='edition_member_once')],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('closes_at', models.DateTimeField()),
                ('reason', models.CharField(max_length=300)),
                ('extended_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', '-closes_at'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'closes_at'), name='extension_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='extension_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('kind', models.CharField(choices=[('text', 'Text'), ('choice', 'One of a list'), ('number', 'A number'), ('file', 'A file'), ('yes_no', 'Yes or no')], max_length=8)),
                ('label_nl', models.CharField(max_length=200)),
                ('label_en', models.CharField(max_length=200)),
                ('help_nl', models.CharField(blank=True, max_length=300)),
                ('help_en', models.CharField(blank=True, max_length=300)),
                ('choices', models.JSONField(blank=True, default=list)),
                ('required', models.BooleanField(default=False)),
                ('may_not_know', models.BooleanField(default=True)),
                ('asked_if_answers', models.JSONField(blank=True, default=list)),
                ('shown_to', models.CharField(choices=[('everyone', 'Everybody'), ('judges', 'Screeners and managers'), ('managers', 'Managers only')], default='everyone', max_length=8)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_on', models.BooleanField(default=True)),
                ('aspect', models.CharField(blank=True, choices=[('', 'Something else'), ('demand', 'Demand'), ('feasibility', 'Feasibility'), ('result', 'Result'), ('legal', 'Legal'), ('technical', 'Technical'), ('ethical', 'Ethical')], default='', max_length=11)),
                ('answered_by', models.CharField(blank=True, max_length=10)),
                ('signals', models.JSONField(blank=True, default=list)),
                ('leads_to', models.JSONField(blank=True, default=list)),
                ('asked_if', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='unlocks', to='editions.question')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', 'position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'slug'), name='question_once'), models.CheckConstraint(condition=models.Q(('is_on', True), models.Q(('aspect__in', ['legal', 'technical', 'ethical']), _negated=True), _connector='OR'), name='question_of_safeguard_is_asked'), models.CheckConstraint(condition=models.Q(('asked_if', None), models.Q(('asked_if', models.F('id')), _negated=True), _connector='OR'), name='question_waits_for_another')],
            },
        ),
        migrations.CreateModel(
            name='StageMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('left', models.CharField(choices=[('preparing', 'Preparation'), ('call', 'Call'), ('screening', 'Screening'), ('matching', 'Matching'), ('pitching', 'Pitching'), ('delivery', 'Delivery'), ('showcase', 'DataDag'), ('closed', 'Closed')], max_length=12)),
                ('entered', models.CharField(choices=[('preparing', 'Preparation'), ('call', 'Call'), ('screening', 'Screening'), ('matching', 'Matching'), ('pitching', 'Pitching'), ('delivery', 'Delivery'), ('showcase', 'DataDag'), ('closed', 'Closed')], max_length=12)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'entered'), name='stage_entered_once')],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('name_nl', models.CharField(max_length=80)),
                ('name_en', models.CharField(max_length=80)),
                ('question_nl', models.CharField(blank=True, max_length=300)),
                ('question_en', models.CharField(blank=True, max_length=300)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', 'position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'slug'), name='theme_once')],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('name_nl', models.CharField(max_length=80)),
                ('name_en', models.CharField(max_length=80)),
                ('question_nl', models.CharField(max_length=300)),
                ('question_en', models.CharField(max_length=300)),
                ('anchors_nl', models.JSONField(default=list)),
                ('anchors_en', models.JSONField(default=list)),
                ('weight', models.PositiveSmallIntegerField(default=1)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', 'position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'slug'), name='criterion_once'), models.CheckConstraint(condition=models.Q(('weight__gte', 1)), name='criterion_weight_positive')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('duty', models.CharField(choices=[('manager', 'Programme manager'), ('screener', 'Screener'), ('juror', 'Juror'), ('director', 'Director')], max_length=10)),
                ('appointed_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='editions.edition')),
            ],
            options={
                'ordering': ['edition', 'duty', 'person__name'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'person', 'duty'), name='appointment_once')],
            },
        ),
    ]
