"""Pages and deeds of projects."""

from datamatch.projects.views.finish import finish
from datamatch.projects.views.milestones import add_milestone, reach_milestone
from datamatch.projects.views.project import begin, project
from datamatch.projects.views.projects import projects, start
from datamatch.projects.views.report import report

__all__ = ["add_milestone", "begin", "finish", "project", "projects", "reach_milestone", "report", "start"]
