"""`reset_second_factor USER`: for somebody who lost telephone, key and recovery codes."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from docket.desk.accounts.sessions import end_all


class Command(BaseCommand):
    """The password stays; be sure who asks. Where a second factor is required, the next sign-in sets up a new one."""

    help = "Take away a user's authenticator app, passkeys and recovery codes, and end all their sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user", help="The name by which the person signs in.")

    def handle(self, *args: Any, **options: Any) -> None:
        users = get_user_model().objects
        user = users.filter(username=options["user"]).first()
        if user is None:
            raise CommandError(f"There is no user “{options['user']}”: say the name by which the person signs in.")
        count = Authenticator.objects.filter(user=user).delete()[0]
        ended = end_all(user)
        self.stdout.write(f"{user.get_username()}: {count} factors taken away, {ended} sessions ended.")
