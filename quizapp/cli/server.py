"""The production server."""

from __future__ import annotations

import socket
from typing import Any

import click
from flask import Flask, url_for
from gunicorn.app.base import BaseApplication

from quizapp.store import people
from quizapp.store.engine import db
from quizapp.web.clock import system_clock

THREADS = 2
"""More threads than cores slow Python down; two keep one slow reader from holding a worker up."""
SECONDS_TO_ANSWER = 60


class PortTaken(Exception):
    """Something else listens there."""


class Server(BaseApplication):
    """Gunicorn with our settings; the application is loaded once, before the workers are forked."""

    def __init__(self, app: Flask, settings: dict[str, Any]) -> None:
        self.app, self.settings = app, settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.app


def run(app: Flask, host: str, port: int, workers: int) -> None:
    """Serve until stopped. Prints the address, and the set-up link while there is no administrator."""
    listener = _listen(host, port)
    address = f"http://{host}:{listener.getsockname()[1]}"
    with app.app_context():
        token = people.new_setup_link(system_clock())
    with app.test_request_context(base_url=address):
        setup_link = url_for("admin.set_up", token=token, _external=True) if token else None
    _forget_connections(app)

    def announce(_server: object) -> None:
        click.echo(f"quizapp: {address}")
        if setup_link:
            click.echo(f"No teacher yet. Make the first account here, once: {setup_link}")

    Server(
        app,
        {
            "bind": [f"fd://{listener.fileno()}"],
            "workers": workers,
            "threads": THREADS,
            "worker_class": "gthread",
            "timeout": SECONDS_TO_ANSWER,
            "graceful_timeout": 8,
            "keepalive": 75,  # longer than clients leave a connection idle: none is cut as it is used
            "preload_app": True,
            "when_ready": announce,
            "post_fork": lambda _server, _worker: _forget_connections(app),
            "loglevel": "warning",
            "limit_request_line": 0,  # a megabyte; the application refuses long ones, with its own page and headers
            "control_socket_disable": True,
        },
    ).run()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PortTaken from error
    return listener


def _forget_connections(app: Flask) -> None:
    """A database connection must not be shared by two processes."""
    with app.app_context():
        db.engine.dispose(close=False)
