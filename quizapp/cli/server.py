"""The production server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import suppress
from threading import Thread
from typing import Any

import click
from flask import Flask, url_for
from gunicorn.app.base import BaseApplication

from quizapp.cli import say_no_more
from quizapp.cli.connections import Worker
from quizapp.store import people, retention
from quizapp.store.engine import db
from quizapp.web.clock import system_clock

THREADS = 64
"""Of a worker; each holds one connection over which something is coming or going."""
SECONDS_TO_ANSWER = 60
SECONDS_OF_A_DAY = 86_400


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
        retention.forget_expired(system_clock(), app.config["KEEP_DAYS"])
        token = people.new_setup_link(system_clock())
    with app.test_request_context(base_url=address):
        setup_link = url_for("admin.set_up", token=token, _external=True) if token else None
    _forget_connections(app)

    def announce(_server: object) -> None:
        with suppress(OSError):  # nobody listens, or the log is on a full disk: the site serves all the same
            click.echo(f"quizapp: {address}")
            if setup_link:
                click.echo(f"No teacher yet. Make the first account here, once: {setup_link}")
        Thread(target=_forget_daily, daemon=True).start()

    server = Server(
        app,
        {
            "bind": [f"fd://{listener.fileno()}"],
            "workers": workers,
            "threads": THREADS,
            "worker_class": f"{Worker.__module__}.{Worker.__name__}",
            "timeout": SECONDS_TO_ANSWER,
            "graceful_timeout": 8,
            "keepalive": 75,  # longer than clients leave a connection idle: none is cut as it is used
            "preload_app": True,
            "when_ready": announce,
            "post_fork": lambda _server, _worker: _forget_connections(app),
            "loglevel": "warning",
            "forwarded_allow_ips": "",  # QUIZAPP_TRUSTED_PROXIES alone decides whom to believe
            "limit_request_line": 0,  # a megabyte; the application refuses long ones, with its own page and headers
            "control_socket_disable": True,
        },
    )
    try:
        server.run()
    finally:
        say_no_more()


def _forget_daily() -> None:
    """Let a process of its own erase every day what is not kept any longer."""
    while True:
        time.sleep(SECONDS_OF_A_DAY)
        subprocess.run(
            [sys.executable, "-m", "quizapp", "forget"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )


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
