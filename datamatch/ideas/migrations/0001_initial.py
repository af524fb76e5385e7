import datamatch.foundation.files.keeping
import datamatch.foundation.public
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('editions', '0001_initial'),
        ('people', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='DigestRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
            ],
            options={
                'ordering': ['-day'],
            },
        ),
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('number', models.PositiveIntegerField(null=True)),
                ('title', models.CharField(max_length=120)),
                ('demand', models.TextField(max_length=2000)),
                ('data', models.TextField(blank=True, max_length=2000)),
                ('result', models.TextField(blank=True, max_length=2000)),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('en', 'English')], default='nl', max_length=2)),
                ('unit_name', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('sent', 'Sent'), ('withdrawn', 'Withdrawn'), ('discarded', 'Thrown away'), ('merged', 'Merged'), ('hidden', 'Hidden by a manager'), ('taken_off', 'Taken off by a manager')], default='draft', max_length=10)),
                ('version', models.PositiveIntegerField(default=0)),
                ('word_versions', models.JSONField(blank=True, default=dict)),
                ('what_changed', models.CharField(blank=True, max_length=500)),
                ('made_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('earlier', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='later', to='ideas.idea')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.edition')),
                ('for_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('submitter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.theme')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'ordering': ['edition', 'number', 'pk'],
                'indexes': [models.Index(fields=['edition', 'state'], name='ideas_idea_edition_919daf_idx')],
                'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='idea_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), models.Q(('number__isnull', False), ('sent_at__isnull', False)), _connector='OR'), name='idea_sent_has_number')],
            },
        ),
        migrations.CreateModel(
            name='Follow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wanted', models.BooleanField()),
                ('said_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follows', to='ideas.idea')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('idea', 'person'), name='follow_once')],
            },
        ),
        migrations.CreateModel(
            name='Energy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('support', 'I support this'), ('join', 'I want to join'), ('advise', 'I can advise'), ('same_problem', 'We have the same problem')], max_length=12)),
                ('role', models.CharField(blank=True, max_length=40)),
                ('hours_per_week', models.PositiveSmallIntegerField(default=0)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('stated_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='energy', to='ideas.idea')),
            ],
            options={
                'ordering': ['stated_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('idea', 'person', 'kind'), name='energy_once'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'join'), _negated=True), models.Q(('hours_per_week__gte', 1), models.Q(('role', ''), _negated=True)), _connector='OR'), name='energy_join_says_what')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('as_author', models.BooleanField()),
                ('words', models.TextField(blank=True, max_length=4000)),
                ('state', models.CharField(choices=[('shown', 'Shown'), ('hidden', 'Hidden by a manager'), ('taken_off', 'Taken off by a manager'), ('removed', 'Removed by its writer')], default='shown', max_length=10)),
                ('written_at', models.DateTimeField()),
                ('edited_at', models.DateTimeField(null=True)),
                ('answers_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='ideas.comment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('thread', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='ideas.comment')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='ideas.idea')),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['by', 'written_at'], name='ideas_comme_by_id_133019_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'removed'), _negated=True), ('words', ''), _connector='OR'), name='comment_removed_is_empty'), models.CheckConstraint(condition=models.Q(('state', 'removed'), models.Q(('words', ''), _negated=True), _connector='OR'), name='comment_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('answers_to__isnull', True), ('thread__isnull', True)), models.Q(('answers_to__isnull', False), ('thread__isnull', False)), _connector='OR'), name='comment_answer_has_thread')],
            },
        ),
        migrations.CreateModel(
            name='CoAuthor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('invited_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='coauthors', to='ideas.idea')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('email', ''), _negated=True), fields=['email'], name='coauthor_email')],
                'constraints': [models.UniqueConstraint(fields=('idea', 'person'), name='coauthor_once'), models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('idea', 'email'), name='coauthor_email_once'), models.CheckConstraint(condition=models.Q(models.Q(('email', ''), ('person__isnull', False)), models.Q(('person__isnull', True), models.Q(('email', ''), _negated=True)), _connector='OR'), name='coauthor_person_or_email'), models.CheckConstraint(condition=models.Q(('accepted_at__isnull', True), models.Q(('ended_at__isnull', True), ('person__isnull', False)), _connector='OR'), name='coauthor_accepted_is_here')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('name', models.CharField(max_length=100)),
                ('about', models.CharField(blank=True, max_length=120)),
                ('kind', models.CharField(choices=[('pdf', 'PDF'), ('png', 'PNG'), ('jpeg', 'JPEG'), ('webp', 'WebP'), ('csv', 'CSV'), ('xlsx', 'Excel'), ('docx', 'Word'), ('odt', 'OpenDocument'), ('ods', 'OpenDocument'), ('txt', 'TXT')], max_length=4)),
                ('size', models.PositiveIntegerField()),
                ('file', models.FileField(storage=datamatch.foundation.files.keeping.private_files, upload_to=datamatch.foundation.files.keeping.drawn_place)),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='ideas.idea')),
            ],
            options={
                'ordering': ['added_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('size__gt', 0), ('size__lte', 10485760)), name='attachment_size_is_possible')],
            },
        ),
        migrations.CreateModel(
            name='Ask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('by_author', models.BooleanField()),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(choices=[('waiting', 'No answer yet'), ('yes', 'Said yes'), ('later', 'Maybe later'), ('no', 'Said no')], default='waiting', max_length=8)),
                ('answered_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asks', to='ideas.idea')),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
                'indexes': [models.Index(fields=['asked_by', 'asked_at'], name='ideas_ask_asked_b_27b15f_idx')],
                'constraints': [models.UniqueConstraint(fields=('idea', 'person'), name='ask_once'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'waiting'), ('answered_at__isnull', True)), models.Q(models.Q(('answer', 'waiting'), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='ask_answer_has_moment')],
            },
        ),
        migrations.CreateModel(
            name='AlikePair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('level', models.CharField(choices=[('copy', 'Nearly the same text'), ('strong', 'Much alike'), ('related', 'Related')], max_length=7)),
                ('why', models.JSONField(default=list)),
                ('found_at', models.DateTimeField(null=True)),
                ('not_double_at', models.DateTimeField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editions.edition')),
                ('not_double_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='ideas.idea')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='ideas.idea')),
            ],
            options={
                'ordering': ['level', 'first__number', 'second__number'],
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='alike_pair_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='alike_pair_in_order')],
            },
        ),
        migrations.CreateModel(
            name='IdeaAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.TextField(max_length=2000)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='ideas.idea')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.question')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('idea', 'question'), name='idea_answer_once'), models.CheckConstraint(condition=models.Q(('answer', ''), _negated=True), name='idea_answer_says_something')],
            },
        ),
        migrations.CreateModel(
            name='IdeaFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('lines', models.JSONField()),
                ('read_at', models.DateTimeField()),
                ('taken_at', models.DateTimeField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editions.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-read_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='JoinRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('waits_since', models.DateTimeField()),
                ('answer', models.CharField(choices=[('waiting', 'Waiting for an answer'), ('welcome', 'Welcome'), ('later', 'Later'), ('not_now', 'Not now')], default='waiting', max_length=8)),
                ('word', models.CharField(blank=True, max_length=300)),
                ('answered_at', models.DateTimeField(null=True)),
                ('reminders', models.PositiveSmallIntegerField(default=0)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('energy', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='request', to='ideas.energy')),
            ],
            options={
                'ordering': ['waits_since', 'pk'],
                'indexes': [models.Index(fields=['answer', 'waits_since'], name='ideas_joinr_answer_f60efc_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', 'waiting'), ('answered_at__isnull', True)), models.Q(models.Q(('answer', 'waiting'), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='join_answer_has_moment'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'not_now'), _negated=True), models.Q(('word', ''), _negated=True), _connector='OR'), name='join_no_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('other_kind', models.CharField(max_length=20)),
                ('other', models.UUIDField()),
                ('level', models.CharField(max_length=8)),
                ('choice', models.CharField(choices=[('join', 'I join this one'), ('support', 'I support this one'), ('differs', 'Mine differs')], max_length=8)),
                ('because', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='likenesses', to='ideas.idea')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('idea', 'other_kind', 'other', 'by'), name='likeness_once'), models.CheckConstraint(condition=models.Q(models.Q(('choice', 'differs'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='likeness_differs_in_what')],
            },
        ),
        migrations.CreateModel(
            name='MailWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to_me', models.CharField(choices=[('now', 'Mail me at once'), ('daily', 'Once a day, together'), ('none', 'No mail')], default='now', max_length=5)),
                ('followed', models.CharField(choices=[('daily', 'Once a day, together'), ('none', 'No mail')], default='daily', max_length=5)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='ideas.comment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('comment', 'person'), name='mention_once')],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('words', models.JSONField()),
                ('state', models.CharField(choices=[('asked', 'Waits for answers'), ('done', 'Merged'), ('declined', 'Not merged'), ('undone', 'Undone')], default='asked', max_length=8)),
                ('proposed_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editions.edition')),
                ('idea', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='made_by_merge', to='ideas.idea')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ideas.idea')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('idea__isnull', False), ('state__in', ['done', 'undone'])), models.Q(('idea__isnull', True), ('state__in', ['asked', 'declined'])), _connector='OR'), name='merge_done_made_an_idea')],
            },
        ),
        migrations.CreateModel(
            name='EnergyQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('waiting', 'No answer yet'), ('yes', 'Yes'), ('no', 'No')], default='waiting', max_length=8)),
                ('answered_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('merge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='ideas.merge')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('merge', 'person'), name='energy_question_once')],
            },
        ),
        migrations.CreateModel(
            name='MergePart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('waiting', 'No answer yet'), ('yes', 'Yes'), ('no', 'No')], default='waiting', max_length=8)),
                ('answered_at', models.DateTimeField(null=True)),
                ('is_open', models.BooleanField(default=True)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merge_parts', to='ideas.idea')),
                ('merge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='ideas.merge')),
            ],
            options={
                'ordering': ['idea__number', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('merge', 'idea'), name='merge_part_once'), models.UniqueConstraint(condition=models.Q(('is_open', True)), fields=('idea',), name='merge_part_open_once')],
            },
        ),
        migrations.CreateModel(
            name='Moderation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('ruling', models.CharField(choices=[('keep', 'It stays'), ('hide', 'Hide it'), ('remove', 'Take it off')], max_length=6)),
                ('reason', models.CharField(max_length=500)),
                ('at', models.DateTimeField()),
                ('objection', models.CharField(blank=True, max_length=500)),
                ('objected_at', models.DateTimeField(null=True)),
                ('answers', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answered_by', to='ideas.moderation')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='moderations', to='ideas.comment')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderations', to='ideas.idea')),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='moderation_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('objected_at__isnull', True), ('objection', '')), models.Q(models.Q(('objection', ''), _negated=True), ('objected_at__isnull', False)), _connector='OR'), name='moderation_objection_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('reason', models.CharField(choices=[('hurtful', 'It hurts or insults somebody'), ('private', 'It tells something private about a person'), ('secret', 'It should not be known outside a small circle'), ('off_topic', 'It is advertising, or about something else'), ('other', 'Something else')], max_length=9)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('made_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='complaints', to='ideas.comment')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='complaints', to='ideas.idea')),
                ('moderation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='complaints', to='ideas.moderation')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('comment__isnull', False), ('settled_at__isnull', True)), fields=('comment', 'by'), name='complaint_comment_once'), models.UniqueConstraint(condition=models.Q(('comment__isnull', True), ('settled_at__isnull', True)), fields=('idea', 'by'), name='complaint_idea_once')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('words', models.TextField(max_length=2000)),
                ('written_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='ideas.idea')),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='note_says_something')],
            },
        ),
        migrations.CreateModel(
            name='RoleWanted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=40)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wanted', to='ideas.idea')),
            ],
            options={
                'ordering': ['idea', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('idea', 'role'), name='role_wanted_once')],
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('name', models.CharField(max_length=60)),
                ('query', models.CharField(max_length=500)),
                ('kept_at', models.DateTimeField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editions.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['edition', 'name', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'person', 'name'), name='saved_view_once')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=datamatch.foundation.public.new_public_id, editable=False, unique=True)),
                ('number', models.PositiveIntegerField()),
                ('words', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('restored_from', models.PositiveIntegerField(null=True)),
                ('erased_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='ideas.idea')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('idea', 'number'), name='version_number_once'), models.CheckConstraint(condition=models.Q(('erased_at__isnull', True), ('words', {}), _connector='OR'), name='version_erased_is_empty')],
            },
        ),
        migrations.AddField(
            model_name='comment',
            name='mentioned',
            field=models.ManyToManyField(related_name='+', through='ideas.Mention', to=settings.AUTH_USER_MODEL),
        ),
    ]
