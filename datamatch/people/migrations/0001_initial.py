import datamatch.foundation.public
import datamatch.people.models.name
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, unique=True)),
                ('name_nl', models.CharField(max_length=80)),
                ('name_en', models.CharField(max_length=80)),
                ('group', models.CharField(max_length=40)),
                ('esco_uri', models.URLField(blank=True)),
                ('kwiv_code', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'ordering': ['group', 'name_nl'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', datamatch.people.models.name.NameField(max_length=120)),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('en', 'English')], default='nl', max_length=2)),
                ('is_active', models.BooleanField(default=True)),
                ('is_staff', models.BooleanField(default=False)),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='person_email_any_case'), models.CheckConstraint(condition=models.Q(('closed_at__isnull', True), models.Q(('is_active', False), ('is_staff', False), ('is_superuser', False), ('name', '')), _connector='OR'), name='person_closed_is_nameless')],
            },
        ),
        migrations.CreateModel(
            name='Domain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=253, unique=True)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', django.db.models.functions.text.Lower('name'))), name='domain_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('used_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('used_at__isnull', True), ('used_by__isnull', True)), models.Q(('revoked_at__isnull', True), ('used_at__isnull', False), ('used_by__isnull', False)), _connector='OR'), name='invitation_used_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='LineManager',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('language', models.CharField(default='nl', max_length=2)),
                ('overview_key', models.UUIDField(null=True, unique=True)),
                ('overview_until', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='line_manager_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='HoursConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('hours_asked', models.PositiveSmallIntegerField()),
                ('hours_granted', models.PositiveSmallIntegerField(null=True)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('agreed', 'Agreed'), ('fewer', 'Agreed to fewer hours'), ('refused', 'Said no'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired')], default='asked', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('asked_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(null=True)),
                ('first_answered_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_because', models.CharField(blank=True, choices=[('person', 'taken back by the person themselves'), ('raised', 'more hours were offered'), ('replaced', 'another answer came'), ('silence', 'nobody answered in time'), ('term', 'its time was over')], max_length=10)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to=settings.AUTH_USER_MODEL)),
                ('line_manager', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='consents', to='people.linemanager')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['state', 'asked_at'], name='people_hour_state_a41a73_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('person',), name='consent_asked_once'), models.UniqueConstraint(condition=models.Q(('state__in', ('agreed', 'fewer', 'refused'))), fields=('person',), name='consent_stands_once'), models.CheckConstraint(condition=models.Q(('hours_asked__gte', 1), ('hours_asked__lte', 40)), name='consent_asks_hours_of_a_week'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('agreed', 'fewer', 'refused')), _negated=True), models.Q(('hours_granted', models.F('hours_asked')), ('state', 'agreed')), models.Q(('hours_granted__gte', 1), ('hours_granted__lt', models.F('hours_asked')), ('state', 'fewer')), models.Q(('hours_granted', 0), ('state', 'refused')), _connector='OR'), name='consent_grants_what_it_says')],
            },
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('picture', models.BinaryField()),
                ('kept_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='photo', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('tooi', models.URLField(blank=True)),
                ('roo_id', models.CharField(blank=True, max_length=20)),
                ('oin', models.CharField(blank=True, max_length=30)),
                ('file_id', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(max_length=200)),
                ('abbreviation', models.CharField(blank=True, max_length=30)),
                ('ended_on', models.DateField(null=True)),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='people.unit')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(('merged_into', models.F('pk')), _negated=True), _connector='OR'), name='unit_not_merged_into_itself'), models.UniqueConstraint(condition=models.Q(('tooi', ''), _negated=True), fields=('tooi',), name='unit_tooi_once'), models.UniqueConstraint(condition=models.Q(('roo_id', ''), _negated=True), fields=('roo_id',), name='unit_roo_id_once'), models.UniqueConstraint(condition=models.Q(('file_id', ''), _negated=True), fields=('file_id',), name='unit_file_id_once')],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('discipline_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('skills_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('learning_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('safeguards_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('hours_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('languages_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('about_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('photo_for', models.CharField(choices=[('everyone', 'Everyone who is signed in'), ('unit', 'My unit and the programme managers'), ('me', 'Only me')], default='everyone', max_length=8)),
                ('discipline', models.CharField(blank=True, max_length=40)),
                ('hours_per_week', models.PositiveSmallIntegerField(default=0)),
                ('languages', models.JSONField(default=list)),
                ('safeguards', models.JSONField(default=list)),
                ('about', models.TextField(blank=True, max_length=1000)),
                ('open_to_ask', models.BooleanField(default=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='people.unit')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('hours_per_week__lte', 40)), name='profile_hours_week'), models.CheckConstraint(condition=models.Q(('photo_for__in', ['everyone', 'unit', 'me']), ('unit_for__in', ['everyone', 'unit', 'me']), ('discipline_for__in', ['everyone', 'unit', 'me']), ('skills_for__in', ['everyone', 'unit', 'me']), ('learning_for__in', ['everyone', 'unit', 'me']), ('safeguards_for__in', ['everyone', 'unit', 'me']), ('hours_for__in', ['everyone', 'unit', 'me']), ('languages_for__in', ['everyone', 'unit', 'me']), ('about_for__in', ['everyone', 'unit', 'me'])), name='profile_audience_known')],
            },
        ),
        migrations.CreateModel(
            name='Availability',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('hours_per_week', models.PositiveSmallIntegerField()),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='periods', to='people.profile')),
            ],
            options={
                'ordering': ['from_on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('profile', 'from_on'), name='availability_from_once'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='availability_forward'), models.CheckConstraint(condition=models.Q(('hours_per_week__lte', 40)), name='availability_hours_week')],
            },
        ),
        migrations.CreateModel(
            name='ProfileSkill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'I know the basics'), (2, 'I can work with it'), (3, 'I am experienced'), (4, 'I can teach others')], default=2)),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='levels', to='people.profile')),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.skill')),
            ],
            options={
                'ordering': ['-level', 'skill__name_nl'],
                'constraints': [models.UniqueConstraint(fields=('profile', 'skill'), name='profile_skill_once')],
            },
        ),
        migrations.CreateModel(
            name='Learning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='learning', to='people.profile')),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='learners', to='people.skill')),
            ],
            options={
                'ordering': ['skill__name_nl', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('profile', 'skill'), name='learning_once')],
            },
        ),
        migrations.CreateModel(
            name='UnitImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('lines', models.JSONField()),
                ('read_at', models.DateTimeField()),
                ('carried_out_at', models.DateTimeField(null=True)),
                ('read_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-read_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='UnitMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('merged_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('into', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('profiles', models.ManyToManyField(related_name='+', to='people.profile')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='people.unit')),
            ],
            options={
                'ordering': ['-merged_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('unit',), name='unit_merged_once'), models.CheckConstraint(condition=models.Q(('unit', models.F('into')), _negated=True), name='unit_merge_of_two')],
            },
        ),
        migrations.CreateModel(
            name='UnitName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('abbreviation', models.CharField(blank=True, max_length=30)),
                ('valid_from', models.DateField(null=True)),
                ('valid_until', models.DateField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='people.unit')),
            ],
            options={
                'ordering': ['unit', models.OrderBy(models.F('valid_from'), nulls_first=True)],
                'constraints': [models.UniqueConstraint(fields=('unit', 'valid_from'), name='unit_name_from_once'), models.UniqueConstraint(condition=models.Q(('valid_until', None)), fields=('unit',), name='unit_one_last_name'), models.CheckConstraint(condition=models.Q(('valid_from', None), ('valid_until', None), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='unit_name_ends_later')],
            },
        ),
        migrations.CreateModel(
            name='UnitParent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(null=True)),
                ('valid_until', models.DateField(null=True)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='below', to='people.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='above', to='people.unit')),
            ],
            options={
                'ordering': ['unit', 'parent__name'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('valid_until', None)), fields=('unit', 'parent'), name='unit_parent_once'), models.CheckConstraint(condition=models.Q(('unit', models.F('parent')), _negated=True), name='unit_not_own_parent'), models.CheckConstraint(condition=models.Q(('valid_from', None), ('valid_until', None), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='unit_parent_ends_later')],
            },
        ),
        migrations.AddField(
            model_name='profile',
            name='skills',
            field=models.ManyToManyField(related_name='profiles', through='people.ProfileSkill', to='people.skill'),
        ),
        migrations.AddField(
            model_name='unit',
            name='parents',
            field=models.ManyToManyField(related_name='children', through='people.UnitParent', to='people.unit'),
        ),
    ]
